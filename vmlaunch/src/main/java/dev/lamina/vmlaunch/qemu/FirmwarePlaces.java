package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where UEFI firmware may be: where descriptors say, where Debian, Fedora, Arch and openSUSE put it, and
/// where QEMU itself, Homebrew, MacPorts and the installer for Windows do.
final class FirmwarePlaces {
    /// Relative to the root of the file system.
    private static final List<String> DESCRIPTORS = List.of("etc/qemu/firmware", "usr/share/qemu/firmware");

    private static final List<String> MACOS =
            List.of("opt/homebrew/share/qemu", "usr/local/share/qemu", "opt/local/share/qemu");

    private final Path root;
    private final HostSystem host;

    /// @param root of the host's file system
    FirmwarePlaces(Path root, HostSystem host) {
        this.root = root;
        this.host = host;
    }

    /// The best first.
    ///
    /// @param qemu its own firmware is not far from it
    Optional<FirmwarePair> find(Arch guest, Path qemu) {
        return Stream.of(described(guest, qemu), distributions(guest), ofQemu(guest, qemu))
                .flatMap(places -> places)
                .filter(FirmwarePair::exists)
                .findFirst();
    }

    private Stream<FirmwarePair> described(Arch guest, Path qemu) {
        List<Path> folders = Stream.concat(
                        DESCRIPTORS.stream().map(root::resolve), shares(qemu).map(share -> share.resolve("firmware")))
                .toList();
        return new FirmwareDescriptors(root).find(guest, folders);
    }

    private Stream<FirmwarePair> distributions(Arch guest) {
        return switch (guest) {
            case AMD64 ->
                Stream.of(
                        pair("usr/share/OVMF", "OVMF_CODE_4M.fd", "OVMF_VARS_4M.fd"),
                        pair("usr/share/OVMF", "OVMF_CODE.fd", "OVMF_VARS.fd"),
                        pair("usr/share/edk2/ovmf", "OVMF_CODE.fd", "OVMF_VARS.fd"),
                        pair("usr/share/edk2/x64", "OVMF_CODE.4m.fd", "OVMF_VARS.4m.fd"),
                        pair("usr/share/qemu", "ovmf-x86_64-4m-code.bin", "ovmf-x86_64-4m-vars.bin"));
            case ARM64 ->
                Stream.of(
                        pair("usr/share/AAVMF", "AAVMF_CODE.fd", "AAVMF_VARS.fd"),
                        pair("usr/share/edk2/aarch64", "QEMU_EFI-pflash.raw", "vars-template-pflash.raw"),
                        pair("usr/share/edk2/aarch64", "QEMU_CODE.fd", "QEMU_VARS.fd"),
                        pair("usr/share/qemu", "aavmf-aarch64-code.bin", "aavmf-aarch64-vars.bin"));
            case RISCV64 -> Stream.of(pair("usr/share/qemu-efi-riscv64", "RISCV_VIRT_CODE.fd", "RISCV_VIRT_VARS.fd"));
            case S390X -> Stream.empty();
        };
    }

    private FirmwarePair pair(String folder, String code, String variables) {
        Path path = root.resolve(folder);
        return new FirmwarePair(path.resolve(code), path.resolve(variables));
    }

    private Stream<FirmwarePair> ofQemu(Arch guest, Path qemu) {
        return switch (guest) {
            case AMD64 -> ofQemu(qemu, "edk2-x86_64-code.fd", "edk2-i386-vars.fd");
            case ARM64 -> ofQemu(qemu, "edk2-aarch64-code.fd", "edk2-arm-vars.fd");
            case RISCV64 -> ofQemu(qemu, "edk2-riscv-code.fd", "edk2-riscv-vars.fd");
            case S390X -> Stream.empty();
        };
    }

    private Stream<FirmwarePair> ofQemu(Path qemu, String code, String variables) {
        return shares(qemu).map(share -> new FirmwarePair(share.resolve(code), share.resolve(variables)));
    }

    /// Of QEMU's data: `share/qemu` beside the folder of the program, on Windows `share` in it, and where
    /// installers of the system put it.
    private Stream<Path> shares(Path qemu) {
        Path folder = qemu.toAbsolutePath().getParent();
        Stream<Path> beside = folder == null
                ? Stream.empty()
                : Stream.of(folder.resolveSibling("share").resolve("qemu"), folder.resolve("share"));
        return Stream.concat(beside, usual());
    }

    private Stream<Path> usual() {
        return switch (host.os()) {
            case LINUX -> Stream.empty();
            case MACOS -> MACOS.stream().map(root::resolve);
            case WINDOWS ->
                Stream.of("ProgramFiles", "ProgramW6432")
                        .flatMap(name -> Optional.ofNullable(host.environment().get(name)).stream())
                        .map(base -> root.resolve(base).resolve("qemu").resolve("share"));
        };
    }
}
