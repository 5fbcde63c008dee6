package dev.lamina.app.operation;

import dev.lamina.app.operation.Cost.One;
import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.io.ScratchFolder;
import dev.lamina.model.Composition;
import dev.lamina.model.Container;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.yaml.ReadResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Measures builds within this process: the first of a system whose images are there, and the rebuilds.
///
/// It builds in a folder that is gone afterwards, on the file system of the cache. The images are made before, once.
public final class BenchBuild {
    private final Home home;
    private final Function<Home, BuildImage> builds;

    /// @param builds makes what builds with the stores of a home
    public BenchBuild(Home home, Function<Home, BuildImage> builds) {
        this.home = home;
        this.builds = builds;
    }

    /// @param build its folder is not written to
    /// @param runs of each kind of build
    public record Request(BuildImage.Request build, int runs) {
        public Request {
            Timings.checkRuns(runs);
            if (build.document().composition().services().isEmpty()) {
                throw new InputException(
                        "the system has no service whose options could change", "give a system with a service");
            }
        }
    }

    public BuildTimings run(Request request, Reporter reporter) throws IOException {
        List<One> first = new ArrayList<>();
        List<One> unchanged = new ArrayList<>();
        List<One> changed = new ArrayList<>();
        long bytes = 0;
        for (int run = 1; run <= request.runs(); run++) {
            try (Reporter.Step ignored = reporter.begin("run " + run + " of " + request.runs());
                    ScratchFolder scratch = ScratchFolder.in(home.cache().resolve("bench"))) {
                BuildImage build =
                        builds.apply(new Home(scratch.path(), home.data(), home.images(), home.components()));
                BuildImage.Request given =
                        request.build().withDir(scratch.path().resolve("out"));
                if (run == 1) {
                    provideImages(given, reporter);
                }
                first.add(One.of(() -> build.build(given, Reporter.silent())));
                unchanged.add(One.of(() -> build.build(given, Reporter.silent())));
                BuildImage.Request other = withChange(given, run);
                changed.add(One.of(() -> build.build(other, Reporter.silent())));
                bytes = size(build.build(given, Reporter.silent()));
            }
        }
        return new BuildTimings(
                request.build().name(),
                request.build().arch(),
                request.build().compression(),
                bytes,
                Cost.of(first),
                Cost.of(unchanged),
                Cost.of(changed));
    }

    private void provideImages(BuildImage.Request request, Reporter reporter) {
        builds.apply(home).build(request, reporter);
    }

    private static BuildImage.Request withChange(BuildImage.Request request, int run) {
        ReadResult document = request.document();
        Composition composition = document.composition();
        List<Container> services = new ArrayList<>(composition.services());
        Container service = services.getFirst();
        List<String> env = new ArrayList<>(service.spec().env().orElse(List.of()));
        env.add("LAMINA_BENCH=" + run);
        services.set(
                0, new Container(service.name(), service.image(), service.spec().withEnv(env)));
        return request.withDocument(new ReadResult(
                composition.withServices(services), document.sources(), document.problems(), document.yaml()));
    }

    private static long size(ImageOutput output) {
        return output.files().stream().mapToLong(OutputFile::size).sum();
    }
}
