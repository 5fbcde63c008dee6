package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;

/// How to get QEMU on each system.
final class InstallAdvice {
    private InstallAdvice() {}

    static String forHost(HostSystem host, Arch guest) {
        String how = switch (host.os()) {
            case LINUX ->
                "sudo apt install " + debianPackage(guest) + " (Fedora: sudo dnf install " + fedoraPackage(guest) + ")";
            case MACOS -> "brew install qemu";
            case WINDOWS -> "winget install SoftwareFreedomConservancy.QEMU";
        };
        return how + ", or set LAMINA_QEMU to its folder";
    }

    private static String debianPackage(Arch guest) {
        return switch (guest) {
            case AMD64 -> "qemu-system-x86";
            case ARM64 -> "qemu-system-arm";
            case RISCV64, S390X -> "qemu-system-misc";
        };
    }

    private static String fedoraPackage(Arch guest) {
        return switch (guest) {
            case AMD64 -> "qemu-system-x86-core";
            case ARM64 -> "qemu-system-aarch64-core";
            case RISCV64 -> "qemu-system-riscv-core";
            case S390X -> "qemu-system-s390x-core";
        };
    }
}
