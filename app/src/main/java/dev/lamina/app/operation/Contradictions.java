package dev.lamina.app.operation;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import java.util.Optional;

/// Finds wishes that do not go together before anything is built.
final class Contradictions {
    private Contradictions() {}

    /// @param existing empty for a composition
    /// @throws InputException two wishes exclude each other
    static void check(BootSource source, MachineOptions options, Optional<BootMedia> existing) {
        String name = String.join(" ", source.inputs());
        boolean byFirmware =
                existing.isPresent() && existing.get().directKernel().isEmpty();
        if (!byFirmware && options.equipment().uefi().isPresent()) {
            throw new InputException(
                    "the kernel of " + name + " is started directly, without firmware",
                    "leave out --uefi and --fw: they are for disk and CD images");
        }
        if (byFirmware && !options.cmdline().isBlank()) {
            throw new InputException(
                    name + " brings its kernel's command line itself",
                    "leave out --cmdline: it is for compositions and builds of kernel and initrd");
        }
    }
}
