package dev.lamina.assembler.packages;

import dev.lamina.model.problem.InputException;

/// A lock file that cannot be used.
public final class BadLockException extends InputException {
    private final String file;
    private final int line;

    BadLockException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem, "make it anew with `lamina catalogue update`");
        this.file = file;
        this.line = line;
    }

    public String file() {
        return file;
    }

    /// Counted from 1; one more than there are when something is missing at the end.
    public int line() {
        return line;
    }
}
