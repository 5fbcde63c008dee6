package dev.lamina.model.problem;

/// The user asked to stop. Exit code 130.
public final class CancelledException extends LaminaException {
    public CancelledException() {
        super(ProblemKind.CANCELLED, "cancelled", null, null);
    }
}
