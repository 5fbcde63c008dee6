package dev.lamina.assembler.fs.tar;

import dev.lamina.model.problem.InputException;
import org.jspecify.annotations.Nullable;

/// An archive that is cut off, damaged, or none at all.
public final class BadArchiveException extends InputException {
    private final String archive;

    public BadArchiveException(String archive, String problem) {
        this(archive, problem, null);
    }

    public BadArchiveException(String archive, String problem, @Nullable Throwable cause) {
        super(archive + " " + problem, "fetch or make it again", cause);
        this.archive = archive;
    }

    /// What was read, as the user knows it.
    public String archive() {
        return archive;
    }
}
