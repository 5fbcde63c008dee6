package dev.lamina.app.cli;

import dev.lamina.app.operation.Environment.OperatingSystem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The hypervisor of everything that runs machines.
final class BackendOption {
    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description =
                    "The hypervisor: auto, qemu; also vfkit or hyperkit (macOS), hyperv (Windows) (default: what the"
                            + " side file says, or auto).")
    @Nullable
    Backend backend;

    /// @param usual where the user says nothing else
    /// @throws dev.lamina.model.problem.EnvironmentException this system cannot use it
    Backend choose(Optional<Backend> usual, OperatingSystem system) {
        Backend chosen = backend != null ? backend : usual.orElse(Backend.AUTO);
        chosen.check(system);
        return chosen;
    }
}
