package dev.lamina.app.operation;

import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.oci.BundleExport;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.part.Images;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.assembler.part.SystemParts;
import dev.lamina.model.Composition;
import dev.lamina.model.FileEntry;
import dev.lamina.model.Volume;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.problem.Problem;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.CompositionWriter;
import dev.lamina.model.yaml.ReadResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Puts a composition with all that it needs into one file, from which it can be built elsewhere without a network.
public final class MakeBundle {
    private final Path images;
    private final LocalPaths local;
    private final ImageSources sources;
    private final Predicate<ImageRef> madeHere;

    /// @param images folder of the store
    /// @param madeHere which images are made here, and so have an index of whatever was made
    public MakeBundle(Path images, LocalPaths local, ImageSources sources, Predicate<ImageRef> madeHere) {
        this.images = images;
        this.local = local;
        this.sources = sources;
        this.madeHere = madeHere;
    }

    /// @param document without problems
    /// @param arches one at least
    public record Request(ReadResult document, List<Arch> arches, Fetching fetching) {
        public Request {
            arches = List.copyOf(arches);
        }
    }

    /// Something that the bundle is written to when all its parts are there.
    @FunctionalInterface
    public interface Target {
        void write(Content content) throws IOException;
    }

    /// Writes the bundle.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    public void make(Request request, Target target, Reporter reporter) {
        Composition composition = request.document().composition();
        if (Images.of(composition).isEmpty()) {
            throw new InputException("the composition names no image, so there is nothing to take along", null);
        }
        SystemParts.check(composition, request.document().sources(), local);
        try (ImageStore store = ImageStore.open(images)) {
            provide(request, store, reporter);
            BundleExport bundle =
                    new BundleExport(store, CompositionWriter.yaml(composition)).files(files(composition));
            for (ImageRef image : Images.of(composition).keySet()) {
                add(image, request, bundle);
            }
            target.write(out -> bundle.writeTo(out, reporter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void provide(Request request, ImageStore store, Reporter reporter) throws IOException {
        ImageProvider provider = sources.open(store, request.fetching());
        List<Callable<ImageRef>> tasks = new ArrayList<>();
        Images.of(request.document().composition()).forEach((image, use) -> {
            for (Arch arch : request.arches()) {
                tasks.add(() -> provide(request, provider, image, use, arch, reporter));
            }
        });
        Parallel.run(tasks, Runtime.getRuntime().availableProcessors());
    }

    private static ImageRef provide(
            Request request, ImageProvider provider, ImageRef image, Images.Use use, Arch arch, Reporter reporter)
            throws IOException {
        try {
            return provider.provide(image, arch, reporter).ref();
        } catch (InputException e) {
            SourceSpan place =
                    request.document().sources().find(use.path()).orElseGet(() -> SourceSpan.at("composition", 1, 1));
            throw new InvalidCompositionException(
                    List.of(new Problem(place, use.component() + ": " + e.getMessage(), e.hint())));
        }
    }

    private void add(ImageRef image, Request request, BundleExport bundle) throws IOException {
        if (image.builtIn() || madeHere.test(image)) {
            bundle.made(image, request.arches());
        } else if (isWhole(image, request.document().composition())) {
            bundle.image(image, List.of());
        } else {
            bundle.image(image, request.arches());
        }
    }

    /// Whether a volume holds the image as a layout, of whatever platforms it has here.
    private static boolean isWhole(ImageRef image, Composition composition) {
        return composition.volumes().stream()
                .filter(volume -> volume.format() == Volume.Format.OCI)
                .anyMatch(volume -> volume.image().equals(Optional.of(image)));
    }

    /// Those that are there; what is optional may be missing.
    private Map<String, Path> files(Composition composition) {
        Set<String> names = composition.files().stream()
                .map(FileEntry::sourcePath)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        Map<String, Path> files = new TreeMap<>();
        for (String name : names) {
            Path file = local.resolve(name);
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                files.put(name, file);
            }
        }
        return files;
    }
}
