package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.machine.Limits;
import java.nio.file.Path;
import java.util.Optional;

/// What Hyper-V cannot do and QEMU can: said before anything starts, with the way out.
final class HypervLimits {
    private static final Limits LIMITS = new Limits("Hyper-V");

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
            throw lacks("publishes no ports", "reach the guest by its address, or " + Limits.QEMU);
        }
        equipment(spec.equipment());
        LIMITS.checkParts(spec);
    }

    private static void accelerator(AcceleratorChoice choice) {
        if (choice != AcceleratorChoice.AUTO) {
            throw lacks("has no accelerators to choose from", "leave out --accel, or " + Limits.QEMU);
        }
    }

    private static void media(BootMedia media) {
        switch (media) {
            case BootMedia.KernelInitrd kernel -> {
                // Both in files.
            }
            case BootMedia.KernelRoot root ->
                throw lacks("has no disks for a root file system by itself", "build an initrd, or " + Limits.QEMU);
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
                    "convert it with 'qemu-img convert -O vhdx', or " + Limits.QEMU);
        }
        if (!DiskFormat.ofFileName(file.toString()).equals(Optional.of(format))) {
            throw lacks("goes by a disk's ending, and " + file + " does not end in ." + format, "rename it");
        }
    }

    private static void equipment(Equipment equipment) {
        if (!equipment.shares().isEmpty()) {
            throw lacks("shares no folders here", "leave out --share, or " + Limits.QEMU);
        }
        if (equipment.uefi().flatMap(Uefi::code).isPresent()) {
            throw lacks("has a firmware of its own", "leave out --fw, or " + Limits.QEMU);
        }
    }

    /// @param what after the hypervisor's name
    static InputException lacks(String what, String hint) {
        return LIMITS.lacks(what, hint);
    }
}
