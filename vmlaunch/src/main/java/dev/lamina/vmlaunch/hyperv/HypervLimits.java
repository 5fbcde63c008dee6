package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import java.nio.file.Path;
import java.util.Optional;

/// What Hyper-V cannot do and QEMU can: said before anything starts, with the way out.
final class HypervLimits {
    private static final String QEMU = "take --backend qemu";

    /// Of one SCSI controller.
    private static final int MOST_DISKS = 64;

    private HypervLimits() {}

    /// @throws InputException the machine has a part that Hyper-V lacks
    static void check(VmSpec spec) {
        accelerator(spec.accelerator());
        media(spec.media());
        spec.disks().forEach(HypervLimits::disk);
        if (spec.disks().size() + spec.equipment().cds().size() >= MOST_DISKS) {
            throw lacks("has room for " + MOST_DISKS + " disks and CDs", "leave some out");
        }
        if (!spec.ports().isEmpty()) {
            throw lacks("publishes no ports", "reach the guest by its address, or " + QEMU);
        }
        equipment(spec.equipment());
        network(spec.equipment().network());
    }

    private static void accelerator(AcceleratorChoice choice) {
        if (choice != AcceleratorChoice.AUTO) {
            throw lacks("has no accelerators to choose from", "leave out --accel, or " + QEMU);
        }
    }

    private static void media(BootMedia media) {
        switch (media) {
            case BootMedia.KernelInitrd kernel -> {
                // Both in files.
            }
            case BootMedia.KernelRoot root ->
                throw lacks("has no disks for a root file system by itself", "build an initrd, or " + QEMU);
            case BootMedia.DiskImage disk -> format(disk.file(), disk.format());
            case BootMedia.Cd cd -> {
                // An image of a CD is one everywhere.
            }
        }
    }

    private static void disk(Disk disk) {
        format(disk.file(), disk.format());
    }

    /// By its ending, too: Hyper-V goes by that alone.
    private static void format(Path file, DiskFormat format) {
        if (format != DiskFormat.VHDX && format != DiskFormat.VHD) {
            throw lacks(
                    "reads VHDX and VHD disks only, and " + file + " is " + format,
                    "convert it with 'qemu-img convert -O vhdx', or " + QEMU);
        }
        if (!DiskFormat.ofFileName(file.toString()).equals(Optional.of(format))) {
            throw lacks("goes by a disk's ending, and " + file + " does not end in ." + format, "rename it");
        }
    }

    private static void equipment(Equipment equipment) {
        if (!equipment.devices().isEmpty()) {
            throw lacks("knows none of QEMU's devices", "leave out --device, or " + QEMU);
        }
        if (equipment.usb()) {
            throw lacks("passes no USB devices on", "leave out --usb, or " + QEMU);
        }
        if (!equipment.shares().isEmpty()) {
            throw lacks("shares no folders here", "leave out --share, or " + QEMU);
        }
        if (equipment.tpm()) {
            throw lacks("has no TPM here", "leave out --tpm, or " + QEMU);
        }
        if (!equipment.privateNetworks().isEmpty()) {
            throw lacks("has no private networks here", "leave out --private, or " + QEMU);
        }
        if (equipment.window()) {
            throw lacks("shows no screen here", "leave out --gui, or " + QEMU);
        }
        if (equipment.uefi().flatMap(Uefi::code).isPresent()) {
            throw lacks("has a firmware of its own", "leave out --fw, or " + QEMU);
        }
    }

    private static void network(Network network) {
        switch (network) {
            case Network.User user -> {
                // The Default Switch.
            }
            case Network.None none -> {
                // No card.
            }
            case Network.Tap tap -> throw lacks("has no TAP devices", "take --networking user, or " + QEMU);
            case Network.Bridge bridge -> throw lacks("has no bridges", "take --networking user, or " + QEMU);
        }
    }

    /// @param what after the hypervisor's name
    static InputException lacks(String what, String hint) {
        return new InputException("Hyper-V " + what, hint);
    }
}
