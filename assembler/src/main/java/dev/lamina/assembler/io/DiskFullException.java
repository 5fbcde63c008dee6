package dev.lamina.assembler.io;

import dev.lamina.model.problem.EnvironmentException;
import java.nio.file.Path;

/// There is no room left where Lamina writes.
public final class DiskFullException extends EnvironmentException {
    private final Path place;

    DiskFullException(Path place, Throwable cause) {
        super(
                "no space left to write " + place,
                "free some space there, or choose a larger disk with LAMINA_HOME, --cache or --dir",
                cause);
        this.place = place;
    }

    public Path place() {
        return place;
    }
}
