package dev.lamina.app.operation;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.LaminaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/// Says of an error of files what is wrong with this computer and what to do about it.
public final class Surroundings {
    private Surroundings() {}

    public static LaminaException explain(IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (e instanceof AccessDeniedException denied) {
            return new EnvironmentException("no permission for " + denied.getFile(), "choose another folder", e);
        }
        if (reason.contains("No space left on device") || reason.contains("Disk quota exceeded")) {
            return new EnvironmentException("the disk is full", "make room, or set LAMINA_HOME to another disk", e);
        }
        String what = e instanceof FileSystemException ? "cannot use the file " : "";
        return new EnvironmentException(what + reason, null, e);
    }

    /// The same for whatever a job threw.
    public static LaminaException explain(Exception thrown) {
        return switch (thrown) {
            case LaminaException known -> known;
            case UncheckedIOException unchecked when unchecked.getCause() instanceof IOException io -> explain(io);
            case IOException io -> explain(io);
            default -> new EnvironmentException("something unexpected happened: " + thrown, null, thrown);
        };
    }
}
