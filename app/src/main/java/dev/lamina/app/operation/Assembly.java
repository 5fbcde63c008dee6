package dev.lamina.app.operation;

import dev.lamina.assembler.format.ImageOutput;
import dev.lamina.assembler.listing.PreparedListing;
import dev.lamina.assembler.listing.SystemListing;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.assembler.part.SbomPart;
import dev.lamina.assembler.plan.BuildPlan;
import dev.lamina.assembler.plan.BuildRequest;
import dev.lamina.assembler.plan.BuildWatch;
import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.assembler.tree.ImageTree;
import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Plans, builds and measures with the stores of a home.
public final class Assembly implements BuildImage {
    private final Home home;
    private final LocalPaths local;
    private final ImageSources sources;

    public Assembly(Home home, LocalPaths local, ImageSources sources) {
        this.home = home;
        this.local = local;
        this.sources = sources;
    }

    @Override
    public ImageOutput build(Request request, Reporter reporter) {
        return build(request, BuildWatch.NONE, reporter);
    }

    @Override
    public ImageOutput build(Request request, BuildWatch watch, Reporter reporter) {
        return in(
                request,
                reporter,
                workshop -> workshop.runner().run(assembly(request), request.dir(), watch, reporter));
    }

    /// What [#build] would do.
    public BuildPlan plan(Request request) {
        return in(request, Reporter.silent(), workshop -> workshop.planner().plan(assembly(request)));
    }

    /// Everything that would be in the image. Makes everything but the image itself.
    public SystemListing list(Request request, Reporter reporter) {
        return in(
                request,
                reporter,
                workshop -> PreparedListing.of(
                        workshop.runner().prepare(assembly(request), reporter),
                        request.document().composition(),
                        reporter));
    }

    /// The list of the software of a system, as the image would have it.
    public String software(Request request, Reporter reporter) {
        SbomChoice choice = request.sbom().orElse(SbomChoice.USUAL);
        return in(request, reporter, workshop -> {
            BuildRequest wanted = assembly(request.withSbom(choice));
            return text(workshop.runner().prepare(wanted, reporter).tree(), choice.path());
        });
    }

    private static String text(ImageTree tree, String path) throws IOException {
        Node node = tree.find(path).orElseThrow();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        node.contribution().stream(Set.of(node.contentPath()), (entry, content) -> content.transferTo(text));
        return text.toString(StandardCharsets.UTF_8);
    }

    /// The list of the software of an image, which is made or fetched if need be.
    public String software(ImageRef image, Arch arch, Fetching fetching, SbomChoice choice, Reporter reporter) {
        return with(fetching, reporter, workshop -> {
            StoredImage stored = workshop.images().provide(image, arch, reporter);
            ImageContents contents = new ImageContents(workshop.store(), workshop.notes());
            return new SbomPart(contents, workshop.notes()).text(stored, choice.created());
        });
    }

    private interface Job<T> {
        T in(Workshop workshop) throws IOException;
    }

    private <T> T in(Request request, Reporter reporter, Job<T> job) {
        return with(request.fetching(), reporter, job);
    }

    private <T> T with(Fetching fetching, Reporter reporter, Job<T> job) {
        try (Workshop workshop = Workshop.open(home, store -> sources.open(store, fetching), reporter)) {
            return job.in(workshop);
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
                request.sbom(),
                request.decompressKernel(),
                local);
    }
}
