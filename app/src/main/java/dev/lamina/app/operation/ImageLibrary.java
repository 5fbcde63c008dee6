package dev.lamina.app.operation;

import dev.lamina.assembler.oci.ImageExport;
import dev.lamina.assembler.oci.ImageImport;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.ImportOptions;
import dev.lamina.assembler.oci.StorePrune;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.registry.RemoteNames;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The images in the store.
public final class ImageLibrary {
    private final Path folder;
    private final Path listings;
    private final Path directory;
    private final LocalClients clients;

    /// @param folder of the store
    /// @param listings of what was found out about images
    /// @param directory relative names start here
    public ImageLibrary(Path folder, Path listings, Path directory, LocalClients clients) {
        this.folder = folder;
        this.listings = listings;
        this.directory = directory;
        this.clients = clients;
    }

    public List<StoredImage> list() {
        return with(ImageStore::list);
    }

    /// Takes in images.
    ///
    /// @param source an archive or a folder, `-` for standard input, or an image of a program that has some:
    ///     `docker:REF`, `podman:REF`
    /// @return their names
    public List<ImageRef> take(String source, ImportOptions options, InputStream standardInput, Reporter reporter) {
        return with(store -> {
            if (source.equals("-")) {
                return store.importing(options, reporter).from(standardInput, "standard input");
            }
            Path file = directory.resolve(source);
            Optional<LocalClients.Named> client = LocalClients.Named.parse(source);
            if (client.isEmpty() || Files.exists(file)) {
                return store.importing(options, reporter).from(file);
            }
            ImageImport images = store.importing(named(options, client.get()), reporter);
            return clients.saved(client.get(), reporter, images::from);
        });
    }

    /// What is named by its digest has no name in the archive.
    private static ImportOptions named(ImportOptions options, LocalClients.Named client) {
        boolean pinned = options.name().isEmpty() && client.image().contains("@");
        return pinned ? options.withName(ImageRef.parse(client.image()).withoutDigest()) : options;
    }

    /// Something that writes images.
    @FunctionalInterface
    public interface Export {
        void with(ImageExport export) throws IOException;
    }

    public void export(Export export, Reporter reporter) {
        with(store -> {
            export.with(store.exporting(reporter));
            return store;
        });
    }

    public void remove(ImageRef image) {
        if (!with(store -> store.remove(image) || store.remove(image.otherSpelling()))) {
            throw new InputException(
                    "the image " + image + " is not in the store", "'lamina image ls' lists those that are");
        }
    }

    /// Drops what no name needs; see [StorePrune].
    ///
    /// @param dryRun whether to only say what would be done
    public StorePrune.Result prune(boolean dryRun, Reporter reporter) {
        return pruned(prune -> prune.prune(dryRun, reporter));
    }

    /// Takes all names away, and drops what no name needs.
    public StorePrune.Result clean(boolean dryRun) {
        return pruned(prune -> prune.clean(dryRun));
    }

    /// As [#clean], but only for names that their registries have, and that stand for the same there.
    public StorePrune.Result cleanPublished(RemoteNames remote, Reporter reporter) {
        with(store -> {
            for (ImageRef image : store.names()) {
                Optional<String> reason = unpublished(image, store, remote, reporter);
                if (reason.isPresent()) {
                    reporter.note("kept " + image + ": " + reason.get());
                } else {
                    store.remove(image);
                }
            }
            return store;
        });
        return prune(false, reporter);
    }

    private static Optional<String> unpublished(ImageRef image, ImageStore store, RemoteNames remote, Reporter reporter)
            throws IOException {
        if (image.builtIn()) {
            return Optional.of("it is built in");
        }
        try {
            boolean same = store.digest(image).equals(Optional.of(remote.digest(image, reporter)));
            return same ? Optional.empty() : Optional.of("its registry has another one under that name");
        } catch (InputException | EnvironmentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private interface Pruning {
        StorePrune.Result with(StorePrune prune) throws IOException;
    }

    /// Without opening the store as one who uses it.
    private StorePrune.Result pruned(Pruning pruning) {
        try {
            return pruning.with(StorePrune.of(folder, listings));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Job<T> {
        T in(ImageStore store) throws IOException;
    }

    private <T> T with(Job<T> job) {
        try (ImageStore store = ImageStore.open(folder)) {
            return job.in(store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
