package dev.lamina.assembler.io;

import dev.lamina.model.problem.EnvironmentException;
import java.nio.file.Path;

/// Lamina may not write where it has to.
public final class NotWritableException extends EnvironmentException {
    private final Path place;

    NotWritableException(Path place, Throwable cause) {
        super(
                "cannot write " + place,
                "make the folder writable for you, or choose another with LAMINA_HOME, --cache or --dir",
                cause);
        this.place = place;
    }

    public Path place() {
        return place;
    }
}
