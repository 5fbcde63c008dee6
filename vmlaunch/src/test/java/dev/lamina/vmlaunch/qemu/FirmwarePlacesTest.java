package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A made-up file system of each host.
final class FirmwarePlacesTest {
    @TempDir
    Path root = Path.of("");

    private Path file(String name, String content) throws IOException {
        return Made.file(root.resolve(name), content);
    }

    private Optional<Path> find(Os os, Arch guest, String qemu) {
        HostSystem host = new HostSystem(os, Arch.ARM64, Map.of("ProgramFiles", "Program Files"));
        return new FirmwarePlaces(root, host).find(guest, root.resolve(qemu)).map(FirmwarePair::code);
    }

    @ParameterizedTest
    @CsvSource({
        "LINUX, AMD64, usr/bin/qemu, usr/share/OVMF/OVMF_CODE_4M.fd, usr/share/OVMF/OVMF_VARS_4M.fd",
        "LINUX, AMD64, usr/bin/qemu, usr/share/edk2/ovmf/OVMF_CODE.fd, usr/share/edk2/ovmf/OVMF_VARS.fd",
        "LINUX, AMD64, usr/bin/qemu, usr/share/edk2/x64/OVMF_CODE.4m.fd, usr/share/edk2/x64/OVMF_VARS.4m.fd",
        "LINUX, AMD64, usr/bin/qemu, usr/share/qemu/ovmf-x86_64-4m-code.bin, usr/share/qemu/ovmf-x86_64-4m-vars.bin",
        "LINUX, ARM64, usr/bin/qemu, usr/share/AAVMF/AAVMF_CODE.fd, usr/share/AAVMF/AAVMF_VARS.fd",
        "LINUX, ARM64, opt/qemu/bin/qemu, opt/qemu/share/qemu/edk2-aarch64-code.fd,"
                + " opt/qemu/share/qemu/edk2-arm-vars.fd",
        "MACOS, ARM64, opt/homebrew/bin/qemu, opt/homebrew/share/qemu/edk2-aarch64-code.fd,"
                + " opt/homebrew/share/qemu/edk2-arm-vars.fd",
        "MACOS, AMD64, usr/local/bin/qemu, usr/local/share/qemu/edk2-x86_64-code.fd,"
                + " usr/local/share/qemu/edk2-i386-vars.fd",
        "MACOS, ARM64, somewhere/else/qemu, opt/homebrew/share/qemu/edk2-aarch64-code.fd,"
                + " opt/homebrew/share/qemu/edk2-arm-vars.fd",
        "MACOS, RISCV64, x/bin/qemu, opt/local/share/qemu/edk2-riscv-code.fd, opt/local/share/qemu/edk2-riscv-vars.fd",
        "WINDOWS, AMD64, q/qemu.exe, q/share/edk2-x86_64-code.fd, q/share/edk2-i386-vars.fd",
        "WINDOWS, ARM64, x/qemu.exe, Program Files/qemu/share/edk2-aarch64-code.fd, Program"
                + " Files/qemu/share/edk2-arm-vars.fd"
    })
    void eachSystemHasItsPlaces(Os os, Arch guest, String qemu, String code, String variables) throws IOException {
        assertThat(find(os, guest, qemu)).isEmpty();
        Path expected = file(code, "code");
        assertThat(find(os, guest, qemu)).as("without settings").isEmpty();
        file(variables, "vars");
        assertThat(find(os, guest, qemu)).contains(expected);
    }

    private void descriptor(String name, String code, String machine, String features) throws IOException {
        file("usr/share/fw/" + code + "-code.fd", "code");
        file("usr/share/fw/" + code + "-vars.fd", "vars");
        file(name, """
            {"description": "made up", "interface-types": ["uefi"],
             "mapping": {"device": "flash",
               "executable": {"filename": "/usr/share/fw/%s-code.fd", "format": "raw"},
               "nvram-template": {"filename": "/usr/share/fw/%s-vars.fd", "format": "raw"}},
             "targets": [{"architecture": "x86_64", "machines": ["%s"]}], "features": [%s], "tags": []}
            """.formatted(code, code, machine, features));
    }

    private Optional<Path> described() {
        return find(Os.LINUX, Arch.AMD64, "usr/bin/qemu");
    }

    private Path fw(String code) {
        return root.resolve("usr/share/fw/" + code + "-code.fd");
    }

    @Test
    void descriptorsCountMoreThanKnownPlacesAndTheirNamesGiveTheOrder() throws IOException {
        file("usr/share/OVMF/OVMF_CODE_4M.fd", "code");
        file("usr/share/OVMF/OVMF_VARS_4M.fd", "vars");
        descriptor("usr/share/qemu/firmware/60-plain.json", "plain", "pc-i440fx-*", "\"acpi-s3\"");
        assertThat(described()).contains(fw("plain"));
        descriptor("usr/share/qemu/firmware/50-first.json", "first", "pc-i440fx-*", "");
        assertThat(described()).contains(fw("first"));
        descriptor("etc/qemu/firmware/50-first.json", "mine", "pc-i440fx-*", "");
        assertThat(described()).contains(fw("mine"));
        file("etc/qemu/firmware/50-first.json", "");
        assertThat(described()).as("hidden").contains(fw("plain"));
    }

    @Test
    void whatThisMachineCannotUseIsPassedOver() throws IOException {
        descriptor("usr/share/qemu/firmware/10-signed.json", "signed", "pc-i440fx-*", "\"enrolled-keys\"");
        descriptor("usr/share/qemu/firmware/20-smm.json", "smm", "pc-i440fx-*", "\"requires-smm\"");
        descriptor("usr/share/qemu/firmware/30-q35.json", "q35", "pc-q35-*", "");
        file("usr/share/qemu/firmware/40-nonsense.json", "{\"mapping\": [");
        file("usr/share/qemu/firmware/41-huge.json", "[" + " ".repeat(300_000) + "]");
        file("usr/share/qemu/firmware/42-other.json", "[1, \"x\", {\"mapping\": 3}]");
        file("usr/share/qemu/firmware/README", "no descriptor");
        assertThat(described()).isEmpty();
        descriptor("usr/share/qemu/firmware/60-plain.json", "plain", "pc-i440fx-*", "");
        assertThat(described()).contains(fw("plain"));
        assertThat(find(Os.LINUX, Arch.ARM64, "usr/bin/qemu")).isEmpty();
    }

    @Test
    void theDescriptorsOfThisComputerLeadToFirmware() {
        HostSystem host = HostSystem.current(Map.of());
        FirmwarePlaces here = new FirmwarePlaces(Path.of("/"), host);
        if (Files.exists(Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd"))) {
            assertThat(here.find(Arch.AMD64, Path.of("/usr/bin/qemu-system-x86_64"))
                            .orElseThrow()
                            .code())
                    .isEqualTo(Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd"));
        }
    }
}
