package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes images of a store in the forms that other programs take. The same images give the same bytes.
public final class ImageExport {
    private final ImageStore store;
    private final Reporter reporter;

    ImageExport(ImageStore store, Reporter reporter) {
        this.store = store;
        this.reporter = reporter;
    }

    /// What is to be exported.
    ///
    /// @param images one at least
    /// @param as the name that the one image gets; empty for those that they have
    /// @param arches empty for all that are here
    public record What(List<ImageRef> images, Optional<ImageRef> as, List<Arch> arches) {
        public What {
            images = List.copyOf(images);
            arches = List.copyOf(arches);
        }

        private ImageRef nameOf(ImageRef image) {
            return as.orElse(image);
        }
    }

    /// Begins a layout without images.
    public ExportedLayout layout() {
        return new ExportedLayout(store);
    }

    /// A tar of an OCI layout. Taken in again, names and digests are what they were.
    public void layoutTar(What what, OutputStream out) throws IOException {
        layout(what).writeTo(out, reporter);
    }

    /// A folder that is an OCI layout.
    ///
    /// @param folder empty
    public void layoutFolder(What what, Path folder) throws IOException {
        layout(what)
                .streamTo(
                        (entry, content) -> {
                            Path target = folder.resolve(entry.path());
                            if (entry.kind() == TreeEntry.Kind.DIRECTORY) {
                                Storage.createFolder(target);
                                return;
                            }
                            Storage.writing(target, () -> {
                                try (OutputStream out = Files.newOutputStream(target)) {
                                    content.transferTo(out);
                                }
                            });
                        },
                        reporter);
    }

    private ExportedLayout layout(What what) throws IOException {
        ExportedLayout layout = layout();
        for (ImageRef image : what.images()) {
            layout.add(image, what.nameOf(image), what.arches());
        }
        return layout;
    }

    /// What `docker load` takes: one platform of each image.
    public void docker(What what, Arch arch, OutputStream out) throws IOException {
        DockerExport export = new DockerExport(store);
        for (ImageRef image : what.images()) {
            export.add(find(image, arch), what.nameOf(image));
        }
        export.writeTo(out, reporter);
    }

    /// The tree of one image, as a container sees it.
    public void fileSystem(ImageRef ref, Arch arch, OutputStream out) throws IOException {
        StoredImage image = find(ref, arch);
        try (Reporter.Step step = reporter.begin("export " + ref);
                TarWriter tar = new TarWriter(out)) {
            FlattenedImage.of(store, image).streamTo((entry, content) -> {
                tar.accept(entry, content);
                step.advance(entry.size());
            });
        }
    }

    private StoredImage find(ImageRef ref, Arch arch) throws IOException {
        Optional<StoredImage> image = store.find(ref, arch);
        if (image.isPresent()) {
            return image.get();
        }
        String others = store.arches(ref).stream().map(Arch::ociName).collect(Collectors.joining(", "));
        throw others.isEmpty()
                ? new InputException(
                        "the image " + ref + " is not in the store", "'lamina image ls' lists those that are")
                : new InputException(
                        "the image " + ref + " is here for " + others + ", not for " + arch,
                        "name another one with --arch");
    }
}
