package dev.lamina.model.problem;

/// What went wrong, as far as a script that reads the exit code cares.
public enum ProblemKind {
    /// The input is wrong, a named image is not there, or a check failed.
    INPUT(1),
    /// The command line is wrong.
    USAGE(2),
    /// Something of the surroundings is missing: QEMU, network, accelerator, disk space.
    ENVIRONMENT(3),
    /// The virtual machine or another external part failed.
    EXTERNAL(4),
    /// The user cancelled.
    CANCELLED(130);

    private final int exitCode;

    ProblemKind(int exitCode) {
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
