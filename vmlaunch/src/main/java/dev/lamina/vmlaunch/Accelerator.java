package dev.lamina.vmlaunch;

import java.util.Locale;

/// What executes the guest's instructions.
public enum Accelerator {
    /// Linux's own, through `/dev/kvm`.
    KVM,
    /// macOS's Hypervisor.framework.
    HVF,
    /// Windows' hypervisor, which QEMU uses through the Windows Hypervisor Platform.
    WHPX,
    /// QEMU's translator: slow, needs nothing, runs any architecture on any other.
    TCG;

    /// The name that QEMU and `--accel` use, e.g. `kvm`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
