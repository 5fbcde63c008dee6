package dev.lamina.app.operation;

import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/// The images in the store.
public final class ImageLibrary {
    private final Path folder;
    private final Path directory;

    public ImageLibrary(Path folder, Path directory) {
        this.folder = folder;
        this.directory = directory;
    }

    public List<StoredImage> list() {
        return with(ImageStore::list);
    }

    /// Takes in the images of an OCI archive.
    ///
    /// @return their names
    public List<ImageRef> importArchive(String file) {
        return with(store -> store.importArchive(directory.resolve(file)));
    }

    public void remove(ImageRef image) {
        if (!with(store -> store.remove(image))) {
            throw new InputException(
                    "the image " + image + " is not in the store", "'lamina image ls' lists those that are");
        }
    }

    private interface Job<T> {
        T in(ImageStore store) throws IOException;
    }

    private <T> T with(Job<T> job) {
        try {
            return job.in(ImageStore.open(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
