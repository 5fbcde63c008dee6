package dev.lamina.vmlaunch.choice;

import dev.lamina.vmlaunch.host.HostSystem.Os;
import java.util.List;

/// Which hypervisors a system has, the best first.
///
/// QEMU takes the accelerator that works by itself, down to translating; so what stands behind it is for
/// machines without a QEMU.
final class HypervisorOrder {
    private HypervisorOrder() {}

    /// By [dev.lamina.vmlaunch.Hypervisor#id()].
    static List<String> of(Os os) {
        return switch (os) {
            case LINUX -> List.of("qemu");
            case WINDOWS -> List.of("hyperv", "qemu");
            case MACOS -> List.of("vfkit", "qemu", "hyperkit");
        };
    }
}
