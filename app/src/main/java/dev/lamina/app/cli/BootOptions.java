package dev.lamina.app.cli;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import java.util.Arrays;
import java.util.Iterator;
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
            converter = Values.OfAccelerator.class,
            completionCandidates = Ways.class,
            description = "${COMPLETION-CANDIDATES} (default: auto, what was seen to work here; or what the variable"
                    + " LINUXKIT_QEMU_ACCEL says).")
    @Nullable
    AcceleratorChoice accelerator;

    /// What `--accel` takes.
    static final class Ways implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(AcceleratorChoice.values())
                    .map(AcceleratorChoice::toString)
                    .iterator();
        }
    }

    AcceleratorChoice accelerator(Environment environment) {
        if (accelerator != null) {
            return accelerator;
        }
        return environment
                .variable("LINUXKIT_QEMU_ACCEL")
                .map(new Values.OfAccelerator()::convert)
                .orElse(AcceleratorChoice.AUTO);
    }

    Optional<ByteSize> memory() {
        return Optional.ofNullable(memory);
    }

    MachineOptions options(Environment environment) {
        return MachineOptions.DEFAULT.withMemory(memory()).withAccelerator(accelerator(environment));
    }
}
