package dev.lamina.model.problem;

import org.jspecify.annotations.Nullable;

/// Something of the surroundings is missing or full: a program, the network, memory, disk space. Exit code 3.
public class EnvironmentException extends LaminaException {
    public EnvironmentException(String message, @Nullable String hint) {
        this(message, hint, null);
    }

    public EnvironmentException(String message, @Nullable String hint, @Nullable Throwable cause) {
        super(ProblemKind.ENVIRONMENT, message, hint, cause);
    }
}
