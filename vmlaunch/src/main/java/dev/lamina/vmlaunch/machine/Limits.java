package dev.lamina.vmlaunch.machine;

import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmSpec;

/// What QEMU can do and another hypervisor cannot: said before anything starts, with the way out.
///
/// @param hypervisor as users write it
public record Limits(String hypervisor) {
    /// The way out that is always there.
    public static final String QEMU = "take --backend qemu";

    /// @throws InputException the machine has a part that QEMU alone gives it
    public void checkParts(VmSpec spec) {
        equipment(spec.equipment());
        network(spec.equipment().network());
    }

    private void equipment(Equipment equipment) {
        if (!equipment.devices().isEmpty()) {
            throw lacks("knows none of QEMU's devices", "leave out --device, or " + QEMU);
        }
        if (equipment.usb()) {
            throw lacks("passes no USB devices on", "leave out --usb, or " + QEMU);
        }
        if (!equipment.privateNetworks().isEmpty()) {
            throw lacks("has no private networks here", "leave out --private, or " + QEMU);
        }
        if (equipment.tpm()) {
            throw lacks("has no TPM here", "leave out --tpm, or " + QEMU);
        }
        if (equipment.window()) {
            throw lacks("shows no screen here", "leave out --gui, or " + QEMU);
        }
    }

    private void network(Network network) {
        switch (network) {
            case Network.User user -> {
                // The usual one.
            }
            case Network.None none -> {
                // No card.
            }
            case Network.Tap tap -> throw lacks("has no TAP devices", "take --networking user, or " + QEMU);
            case Network.Bridge bridge -> throw lacks("has no bridges", "take --networking user, or " + QEMU);
        }
    }

    /// One more of them.
    ///
    /// @param what after the hypervisor's name
    public InputException lacks(String what, String hint) {
        return new InputException(hypervisor + " " + what, hint);
    }
}
