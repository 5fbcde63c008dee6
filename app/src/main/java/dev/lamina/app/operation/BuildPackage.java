package dev.lamina.app.operation;

import dev.lamina.app.operation.FoundPackage.Described;
import dev.lamina.app.operation.FoundPackage.WithDockerfile;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.CatalogueImages;
import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Builds the images of packages into the store.
public final class BuildPackage {
    private final Path store;
    private final Catalogue builtIn;
    private final PackageSources sources;
    private final DockerBuild docker;

    /// @param store the folder of the image store
    public BuildPackage(Path store, Catalogue builtIn, PackageSources sources, DockerBuild docker) {
        this.store = store;
        this.builtIn = builtIn;
        this.sources = sources;
        this.docker = docker;
    }

    /// @param arches to build for, of those that the description names
    /// @param force whether images are made that are in the store already
    /// @param offline whether nothing may be fetched
    /// @param locked whether packages that differ from the locks are refused
    /// @param docker how Docker builds, where there is a Dockerfile
    public record Request(
            FoundPackage wanted,
            List<Arch> arches,
            boolean force,
            boolean offline,
            boolean locked,
            DockerBuild.Options docker) {
        public Request {
            arches = List.copyOf(arches);
        }
    }

    /// What a build would do for one architecture.
    ///
    /// @param pending in words; empty when the image is in the store
    public record Planned(Arch arch, Optional<String> pending) {}

    /// @param output is given what Docker prints
    public List<StoredImage> build(Request request, Consumer<String> output, Reporter reporter) {
        return with(images -> switch (request.wanted()) {
            case Described described -> make(described, request, images, reporter);
            case WithDockerfile dockerfile -> dockerfile(dockerfile, request, images, output, reporter);
        });
    }

    private List<StoredImage> make(Described described, Request request, ImageStore images, Reporter reporter)
            throws IOException {
        try (CatalogueImages maker = maker(described, request, images)) {
            List<StoredImage> made = new ArrayList<>();
            for (Arch arch : request.arches()) {
                made.add(
                        request.force()
                                ? maker.remake(described.image(), arch, reporter)
                                : maker.provide(described.image(), arch, reporter));
            }
            return made;
        }
    }

    private CatalogueImages maker(Described described, Request request, ImageStore images) {
        Catalogue all = described.folder().named(builtIn, described.description(), described.reference());
        return new CatalogueImages(
                all, sources.open(described.folder(), request.offline(), request.locked()), images, request.locked());
    }

    private List<StoredImage> dockerfile(
            WithDockerfile wanted, Request request, ImageStore images, Consumer<String> output, Reporter reporter)
            throws IOException {
        List<Arch> present = new ArrayList<>();
        for (Arch arch : Arch.values()) {
            if (images.find(wanted.image(), arch).isPresent()) {
                present.add(arch);
            }
        }
        if (request.force() || !present.containsAll(request.arches())) {
            // What is imported takes the place of the whole image, so that Docker, which remembers them, builds the
            // others too.
            Set<Arch> all = new TreeSet<>(present);
            all.addAll(request.arches());
            docker.build(wanted, List.copyOf(all), request.docker(), images, output, reporter);
        }
        List<StoredImage> built = new ArrayList<>();
        for (Arch arch : request.arches()) {
            built.add(images.find(wanted.image(), arch)
                    .orElseThrow(() -> new InputException(
                            "docker built " + wanted.reference() + " without " + arch,
                            "look at what the Dockerfile and the builder are for")));
        }
        return built;
    }

    /// What [#build] would do.
    public List<Planned> plan(Request request) {
        return with(images -> {
            List<Planned> planned = new ArrayList<>();
            for (Arch arch : request.arches()) {
                planned.add(new Planned(arch, pending(request, arch, images)));
            }
            return planned;
        });
    }

    private Optional<String> pending(Request request, Arch arch, ImageStore images) throws IOException {
        return switch (request.wanted()) {
            case Described described -> {
                try (CatalogueImages maker = maker(described, request, images)) {
                    boolean there = !request.force()
                            && maker.present(described.image(), arch).isPresent();
                    yield there
                            ? Optional.empty()
                            : Optional.of(maker.pending(described.image(), arch))
                                    .map(Pending::what);
                }
            }
            case WithDockerfile dockerfile ->
                !request.force() && images.find(dockerfile.image(), arch).isPresent()
                        ? Optional.empty()
                        : Optional.of(DockerCommand.of(
                                        "docker",
                                        dockerfile,
                                        List.of(arch),
                                        request.docker(),
                                        dockerfile.folder(),
                                        Path.of("image.tar"))
                                .toString());
        };
    }

    private interface Job<T> {
        T in(ImageStore images) throws IOException;
    }

    private <T> T with(Job<T> job) {
        try (ImageStore images = ImageStore.open(store)) {
            return job.in(images);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
