package dev.lamina.assembler.io;

import dev.lamina.model.problem.EnvironmentException;
import java.nio.file.Path;

/// Lamina may not write where it has to.
public final class NotWritableException extends EnvironmentException {
    private final Path place;

    NotWritableException(Path place, Throwable cause) {
        super("cannot write " + place, hint(place), cause);
        this.place = place;
    }

    private static String hint(Path place) {
        String elsewhere = "make the folder writable for you, or choose another with LAMINA_HOME, --cache or --dir";
        return BusyFiles.isWindows(place) ? "close the program that uses it, " + elsewhere : elsewhere;
    }

    public Path place() {
        return place;
    }
}
