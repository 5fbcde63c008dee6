package dev.lamina.app.cli;

import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.model.problem.EnvironmentException;
import java.util.Locale;
import java.util.Optional;

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

    /// Before anything is built for it.
    ///
    /// @throws EnvironmentException this system cannot use it
    void check(OperatingSystem system) {
        switch (this) {
            case AUTO, QEMU -> {
                // Everywhere.
            }
            case HYPERKIT, VFKIT -> require(system, OperatingSystem.MACOS, "macOS");
            case HYPERV -> require(system, OperatingSystem.WINDOWS, "Windows");
        }
    }

    private void require(OperatingSystem system, OperatingSystem needed, String name) {
        if (system != needed) {
            throw new EnvironmentException(this + " runs on " + name + " only", "use --backend qemu here");
        }
    }

    /// Empty for the best of this computer.
    Optional<String> choice() {
        return this == AUTO ? Optional.empty() : Optional.of(toString());
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
