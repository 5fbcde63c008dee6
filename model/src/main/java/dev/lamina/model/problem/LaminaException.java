package dev.lamina.model.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one family of failures that Lamina tells its users about. The message says what is wrong in plain words;
/// the hint says what to do about it. Facts live in fields of the subclasses.
public abstract class LaminaException extends RuntimeException {
    private final ProblemKind kind;
    private final @Nullable String hint;

    protected LaminaException(ProblemKind kind, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    public final ProblemKind kind() {
        return kind;
    }

    /// What the user can do, as one line without the word "hint".
    public final Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
