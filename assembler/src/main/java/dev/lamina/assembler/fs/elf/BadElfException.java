package dev.lamina.assembler.fs.elf;

import java.io.IOException;

/// A file that is no ELF file, or one whose parts do not fit together.
public final class BadElfException extends IOException {
    BadElfException(String problem) {
        super(problem);
    }

    BadElfException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
