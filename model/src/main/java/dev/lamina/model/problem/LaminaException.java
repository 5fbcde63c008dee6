package dev.lamina.model.problem;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one family of failures that Lamina tells its users about. The message says what is wrong in plain
/// words; the hint says what to do about it. Facts live in fields of the subclasses. Both may quote what
/// comes from elsewhere, names in archives and answers of servers: nothing of it acts on the terminal that
/// shows it.
public abstract class LaminaException extends RuntimeException {
    private final ProblemKind kind;
    private final @Nullable String hint;

    protected LaminaException(ProblemKind kind, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(Texts.printable(message), cause);
        this.kind = kind;
        this.hint = hint == null ? null : Texts.printable(hint);
    }

    public final ProblemKind kind() {
        return kind;
    }

    /// What the user can do, as one line without the word "hint".
    public final Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
