package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;

/// How to get QEMU, and the firmware that it needs, on each system.
final class InstallAdvice {
    private InstallAdvice() {}

    static String forQemu(HostSystem host, Arch guest) {
        return command(host, debianPackage(guest), fedoraPackage(guest)) + ", or set LAMINA_QEMU to its folder";
    }

    static String forFirmware(HostSystem host, Arch guest) {
        return switch (guest) {
            case AMD64 -> firmware(host, "ovmf", "edk2-ovmf");
            case ARM64 -> firmware(host, "qemu-efi-aarch64", "edk2-aarch64");
            case RISCV64 -> firmware(host, "qemu-efi-riscv64", "edk2-riscv64");
            case S390X -> "these machines have none; leave out --uefi";
        };
    }

    private static String firmware(HostSystem host, String debian, String fedora) {
        return command(host, debian, fedora) + ", or name a file with --fw";
    }

    /// Elsewhere QEMU comes with its firmware.
    private static String command(HostSystem host, String debian, String fedora) {
        return switch (host.os()) {
            case LINUX -> "sudo apt install " + debian + " (Fedora: sudo dnf install " + fedora + ")";
            case MACOS -> "brew install qemu";
            case WINDOWS -> "winget install SoftwareFreedomConservancy.QEMU";
        };
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
