package dev.lamina.vmlaunch.mac;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.machine.Limits;

/// What the hypervisors of macOS lack alike.
public final class MacLimits {
    private MacLimits() {}

    /// @throws InputException the machine has a part that this hypervisor lacks
    public static void check(Limits limits, VmSpec spec) {
        accelerator(limits, spec.accelerator());
        if (!spec.ports().isEmpty()) {
            throw limits.lacks("publishes no ports", "leave out --publish, or " + Limits.QEMU);
        }
        disks(limits, spec);
        limits.checkParts(spec);
    }

    private static void accelerator(Limits limits, AcceleratorChoice choice) {
        if (choice != AcceleratorChoice.AUTO && choice != AcceleratorChoice.HVF) {
            throw limits.lacks("runs guests with hvf, not with " + choice, "leave out --accel, or " + Limits.QEMU);
        }
    }

    private static void disks(Limits limits, VmSpec spec) {
        spec.disks().stream()
                .filter(disk -> disk.format() != DiskFormat.RAW)
                .findFirst()
                .ifPresent(disk -> {
                    throw limits.lacks(
                            "reads raw disks only, and " + disk.file() + " is " + disk.format(),
                            "convert it with 'qemu-img convert -O raw', or " + Limits.QEMU);
                });
    }
}
