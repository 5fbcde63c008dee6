package dev.lamina.assembler.oci;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Digest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A blob of the store is missing, cut off or changed: the disk, or somebody who wrote there.
public final class CorruptBlobException extends EnvironmentException {
    private final Digest blob;
    private final Path file;

    CorruptBlobException(Digest blob, Path file, String problem, @Nullable Throwable cause) {
        super(
                "the stored blob " + blob + " " + problem + " (" + file + ")",
                "run `lamina image prune` to drop what is damaged, then import, pull or build the image again",
                cause);
        this.blob = blob;
        this.file = file;
    }

    public Digest blob() {
        return blob;
    }

    public Path file() {
        return file;
    }
}
