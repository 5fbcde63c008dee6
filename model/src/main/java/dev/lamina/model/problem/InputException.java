package dev.lamina.model.problem;

import org.jspecify.annotations.Nullable;

/// The input is wrong, or names something that is not there. Exit code 1.
public class InputException extends LaminaException {
    public InputException(String message, @Nullable String hint) {
        this(message, hint, null);
    }

    public InputException(String message, @Nullable String hint, @Nullable Throwable cause) {
        super(ProblemKind.INPUT, message, hint, cause);
    }
}
