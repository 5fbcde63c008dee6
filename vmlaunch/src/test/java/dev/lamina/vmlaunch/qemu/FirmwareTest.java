package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.testing.Made;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirmwareTest {
    @TempDir
    Path folder = Path.of("");

    private Path file(String name, String content) throws IOException {
        return Made.file(folder.resolve(name), content);
    }

    private VmSpec disk(Arch arch) {
        BootMedia media = new BootMedia.DiskImage(arch, folder.resolve("d.img"), DiskFormat.RAW);
        return VmSpec.of("v", media, folder.resolve("state"));
    }

    private VmSpec uefi(Arch arch, Optional<Path> code) {
        return disk(arch).withEquipment(Equipment.NONE.withUefi(new Uefi(code)));
    }

    private Optional<FirmwareFiles> provide(VmSpec spec) {
        HostSystem host = new HostSystem(Os.LINUX, Arch.AMD64, Map.of());
        return new Firmware(folder.resolve("root"), host).provide(spec, folder.resolve("qemu/bin/qemu-system"));
    }

    @Test
    void theBiggerOfDebiansTwoIsTakenAndItsSettingsAreCopiedOnce() throws IOException {
        file("root/usr/share/OVMF/OVMF_CODE.fd", "old");
        file("root/usr/share/OVMF/OVMF_VARS.fd", "old");
        Path code = file("root/usr/share/OVMF/OVMF_CODE_4M.fd", "code");
        file("root/usr/share/OVMF/OVMF_VARS_4M.fd", "vars");
        Path own = folder.resolve("state/uefi-variables.fd");

        assertThat(provide(uefi(Arch.AMD64, Optional.empty()))).contains(new FirmwareFiles(code, Optional.of(own)));
        assertThat(own).hasContent("vars");
        Files.writeString(own, "mine");
        provide(uefi(Arch.AMD64, Optional.empty()));
        assertThat(own).hasContent("mine");
        Files.writeString(own, "of another size");
        provide(uefi(Arch.AMD64, Optional.empty()));
        assertThat(own).hasContent("vars");
    }

    @Test
    void qemusOwnIsTakenWhenThereIsNoOther() throws IOException {
        Path code = file("qemu/share/qemu/edk2-aarch64-code.fd", "code");
        file("qemu/share/qemu/edk2-arm-vars.fd", "vars");

        assertThat(provide(uefi(Arch.ARM64, Optional.empty())).orElseThrow().code())
                .isEqualTo(code);
    }

    @Test
    void machinesOfArmBootDisksByUefiOnly() {
        assertThatThrownBy(() -> provide(disk(Arch.ARM64)))
                .isInstanceOf(EnvironmentException.class)
                .hasMessage("there is no UEFI firmware for arm64 guests here")
                .extracting(e -> ((EnvironmentException) e).hint())
                .isEqualTo(Optional.of("sudo apt install qemu-efi-aarch64 (Fedora: sudo dnf install edk2-aarch64), or"
                        + " name a file with --fw"));
        assertThat(provide(disk(Arch.AMD64))).isEmpty();
    }

    @Test
    void aNamedOneComesWithItsSettingsOrHoldsThem() throws IOException {
        Path code = file("my/OVMF_CODE.fd", "code");
        file("my/OVMF_VARS.fd", "vars");
        Path whole = file("my/bios.bin", "both");

        assertThat(provide(uefi(Arch.AMD64, Optional.of(code))))
                .contains(new FirmwareFiles(code, Optional.of(folder.resolve("state/uefi-variables.fd"))));
        FirmwareFiles copied = provide(uefi(Arch.AMD64, Optional.of(whole))).orElseThrow();
        assertThat(copied).isEqualTo(new FirmwareFiles(folder.resolve("state/uefi-firmware.fd"), Optional.empty()));
        assertThat(copied.code()).hasContent("both");
        Path none = folder.resolve("my/none.fd");
        assertThatThrownBy(() -> provide(uefi(Arch.AMD64, Optional.of(none))))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no firmware " + none);
    }
}
