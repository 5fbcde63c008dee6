package dev.lamina.vmlaunch.mac;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmSpec;

/// What the hypervisors of macOS cannot do and QEMU can: said before anything starts, with the way out.
///
/// @param hypervisor as users write it
public record MacLimits(String hypervisor) {
    private static final String QEMU = "take --backend qemu";

    /// @throws InputException the machine has a part that this hypervisor lacks
    public void checkParts(VmSpec spec) {
        accelerator(spec.accelerator());
        if (!spec.ports().isEmpty()) {
            throw lacks("publishes no ports", "leave out --publish, or " + QEMU);
        }
        disks(spec);
        equipment(spec.equipment());
        network(spec.equipment().network());
    }

    private void accelerator(AcceleratorChoice choice) {
        if (choice != AcceleratorChoice.AUTO && choice != AcceleratorChoice.HVF) {
            throw lacks("runs guests with hvf, not with " + choice, "leave out --accel, or " + QEMU);
        }
    }

    private void disks(VmSpec spec) {
        spec.disks().stream()
                .filter(disk -> disk.format() != DiskFormat.RAW)
                .findFirst()
                .ifPresent(disk -> {
                    throw lacks(
                            "reads raw disks only, and " + disk.file() + " is " + disk.format(),
                            "convert it with 'qemu-img convert -O raw', or " + QEMU);
                });
    }

    private void equipment(Equipment equipment) {
        if (!equipment.devices().isEmpty()) {
            throw lacks("knows none of QEMU's devices", "leave out --device, or " + QEMU);
        }
        if (equipment.usb()) {
            throw lacks("passes no USB devices on", "leave out --usb, or " + QEMU);
        }
        if (!equipment.privateNetworks().isEmpty()) {
            throw lacks("has no private networks", "leave out --private, or " + QEMU);
        }
        if (equipment.tpm()) {
            throw lacks("has no TPM", "leave out --tpm, or " + QEMU);
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
