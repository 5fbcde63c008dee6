package dev.lamina.app.cli;

import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The machine of everything that boots a system.
final class BootOptions {
    @Option(
            names = "--mem",
            paramLabel = "SIZE",
            converter = Values.OfMemory.class,
            description = "Memory, e.g. 1G; a plain number is MiB (default: 512M, or more if the system needs it).")
    @Nullable
    ByteSize memory;

    @Option(
            names = "--accel",
            paramLabel = "HOW",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}: what was seen to work here).")
    AcceleratorChoice accelerator = AcceleratorChoice.AUTO;

    Optional<ByteSize> memory() {
        return Optional.ofNullable(memory);
    }

    MachineOptions options() {
        return MachineOptions.DEFAULT.withMemory(memory()).withAccelerator(accelerator);
    }
}
