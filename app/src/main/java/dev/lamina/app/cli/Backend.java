package dev.lamina.app.cli;

import dev.lamina.model.problem.EnvironmentException;
import java.util.Locale;

/// The hypervisors that `--backend` names.
enum Backend {
    AUTO,
    QEMU,
    HYPERKIT,
    VFKIT,
    HYPERV;

    /// @param word one of those that a side file may have
    static Backend of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// @throws EnvironmentException this version cannot use it
    void check() {
        if (this != AUTO && this != QEMU) {
            throw new EnvironmentException(
                    "the backend " + this + " is not available yet in this version", "use --backend qemu");
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
