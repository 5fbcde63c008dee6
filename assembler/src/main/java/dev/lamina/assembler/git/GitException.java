package dev.lamina.assembler.git;

import java.io.IOException;

/// Git cannot say what is in a folder.
public final class GitException extends IOException {
    /// @param reason goes on from "the package …, but"
    GitException(String reason) {
        super(reason);
    }
}
