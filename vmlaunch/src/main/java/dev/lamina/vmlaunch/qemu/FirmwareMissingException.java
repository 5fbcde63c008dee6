package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.value.Arch;

/// There is no UEFI firmware for guests of an architecture.
public final class FirmwareMissingException extends EnvironmentException {
    private final Arch guest;

    FirmwareMissingException(Arch guest, String install) {
        super("there is no UEFI firmware for " + guest + " guests here", install);
        this.guest = guest;
    }

    public Arch guest() {
        return guest;
    }
}
