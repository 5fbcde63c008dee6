package dev.lamina.assembler.packages.deb;

import dev.lamina.model.problem.InputException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A .deb that is cut off, damaged, or none at all.
public final class BadPackageException extends InputException {
    private final String label;
    private final Path file;

    BadPackageException(String label, Path file, String problem, @Nullable Throwable cause) {
        super("package " + label + " " + problem, "delete " + file + " and try again", cause);
        this.label = label;
        this.file = file;
    }

    /// The package as the user knows it.
    public String label() {
        return label;
    }

    public Path file() {
        return file;
    }
}
