package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;
import java.nio.file.Path;
import java.util.Optional;

/// There is no QEMU for the guest's architecture.
public final class QemuMissingException extends EnvironmentException {
    QemuMissingException(Arch guest, Optional<Path> wish, String install) {
        super(message(guest, wish), hint(guest, wish, install));
    }

    private static String message(Arch guest, Optional<Path> wish) {
        String program = "qemu-system-" + guest.machine();
        return wish.map(path -> program + " is not at " + path + ", where LAMINA_QEMU or the settings say it is")
                .orElse(program + " was not found on the PATH or in the usual folders");
    }

    /// To install another one would change nothing while the wish is there.
    private static String hint(Arch guest, Optional<Path> wish, String install) {
        return wish.isPresent()
                ? "name the folder of qemu-system-" + guest.machine() + " there, or take that setting away"
                : install;
    }
}
