package dev.lamina.model.problem;

import org.jspecify.annotations.Nullable;

/// The virtual machine or another external part failed. Exit code 4.
public class ExternalException extends LaminaException {
    public ExternalException(String message, @Nullable String hint) {
        this(message, hint, null);
    }

    public ExternalException(String message, @Nullable String hint, @Nullable Throwable cause) {
        super(ProblemKind.EXTERNAL, message, hint, cause);
    }
}
