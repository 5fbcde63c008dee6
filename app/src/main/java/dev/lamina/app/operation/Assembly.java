package dev.lamina.app.operation;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.assembler.plan.BuildPlan;
import dev.lamina.assembler.plan.BuildRequest;
import dev.lamina.assembler.size.PreparedSizes;
import dev.lamina.assembler.size.SizeReport;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Plans, builds and measures with the stores of a home.
public final class Assembly implements BuildImage {
    private final Home home;
    private final Environment environment;
    private final ImageSources sources;

    public Assembly(Home home, Environment environment, ImageSources sources) {
        this.home = home;
        this.environment = environment;
        this.sources = sources;
    }

    @Override
    public ImageOutput build(Request request, Reporter reporter) {
        return in(request, workshop -> workshop.runner().run(assembly(request), request.dir(), reporter));
    }

    /// What [#build] would do.
    public BuildPlan plan(Request request) {
        return in(request, workshop -> workshop.planner().plan(assembly(request)));
    }

    /// What the bytes of the image are for. Makes everything but the image itself.
    public SizeReport measure(Request request, Reporter reporter) {
        return in(
                request,
                workshop -> new PreparedSizes(
                                workshop.runner().prepare(assembly(request), reporter),
                                request.document().composition())
                        .report());
    }

    private interface Job<T> {
        T in(Workshop workshop) throws IOException;
    }

    private <T> T in(Request request, Job<T> job) {
        try {
            return job.in(Workshop.open(home, store -> sources.open(store, request.fetching())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BuildRequest assembly(Request request) {
        return new BuildRequest(
                request.document().composition(),
                request.document().sources(),
                request.arch(),
                Formats.of(request.formats()),
                request.name(),
                request.compression(),
                new LocalPaths(environment.directory(), environment.userHome()));
    }
}
