package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.host.HostSystem.Os;
import dev.lamina.vmlaunch.testing.Made;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class QemuLocatorTest {
    @TempDir
    Path folder;

    private Path program(String path) throws IOException {
        return Made.program(folder.resolve(path), "");
    }

    private static Optional<Path> find(Arch guest, Os os, Map<String, String> environment) {
        return new QemuLocator(new HostSystem(os, Arch.AMD64, environment), Optional.empty(), Optional::empty)
                .find(guest);
    }

    private String path(String... names) {
        StringBuilder path = new StringBuilder();
        for (String name : names) {
            path.append(folder.resolve(name)).append(File.pathSeparator);
        }
        return path.toString();
    }

    @Test
    void theFirstProgramOnThePathIsTaken() throws IOException {
        Path first = program("a/qemu-system-riscv64");
        program("b/qemu-system-riscv64");
        program("0/qemu-system-x86_64");
        Files.createDirectories(folder.resolve("c/qemu-system-riscv64"));
        assertThat(find(Arch.RISCV64, Os.LINUX, Map.of("PATH", path("c", "0", "none", "a", "b"))))
                .contains(first);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no permission to be run there")
    void aFileThatCannotBeRunIsPassedOver() throws IOException {
        Path file = program("a/qemu-system-s390x");
        assertThat(file.toFile().setExecutable(false)).isTrue();
        Path other = program("b/qemu-system-s390x");
        assertThat(find(Arch.S390X, Os.LINUX, Map.of("PATH", path("a", "b")))).contains(other);
    }

    @Test
    void theVariableNamesAFolderOrTheProgramAndIsFinal() throws IOException {
        Path amd64 = program("own/qemu-system-x86_64");
        Path arm64 = program("own/qemu-system-aarch64");
        program("path/qemu-system-s390x");
        Map<String, String> byFolder =
                Map.of("LAMINA_QEMU", folder.resolve("own").toString(), "PATH", path("path"));
        assertThat(find(Arch.AMD64, Os.LINUX, byFolder)).contains(amd64);
        assertThat(find(Arch.ARM64, Os.LINUX, byFolder)).contains(arm64);
        assertThat(find(Arch.S390X, Os.LINUX, byFolder)).isEmpty();

        Map<String, String> byProgram = Map.of("LAMINA_QEMU", amd64.toString());
        assertThat(find(Arch.AMD64, Os.LINUX, byProgram)).contains(amd64);
        assertThat(find(Arch.ARM64, Os.LINUX, byProgram)).contains(arm64);
    }

    @Test
    void aProgramOfAnotherNameServesEveryGuest() throws IOException {
        Path own = program("own/my-qemu");
        assertThat(find(Arch.ARM64, Os.LINUX, Map.of("LAMINA_QEMU", own.toString())))
                .contains(own);
    }

    @Test
    void theSettingStandsAboveTheVariable() throws IOException {
        Path set = program("set/qemu-system-x86_64");
        Path variable = program("variable/qemu-system-x86_64");
        HostSystem host = new HostSystem(Os.LINUX, Arch.AMD64, Map.of("LAMINA_QEMU", variable.toString()));
        QemuLocator locator = new QemuLocator(host, Optional.of(folder.resolve("set")), Optional::empty);
        assertThat(locator.find(Arch.AMD64)).contains(set);
        assertThat(locator.wish()).contains(folder.resolve("set"));
    }

    @Test
    void aBlankVariableIsNoWish() throws IOException {
        Path found = program("a/qemu-system-x86_64");
        assertThat(find(Arch.AMD64, Os.LINUX, Map.of("LAMINA_QEMU", " ", "PATH", path("a"))))
                .contains(found);
    }

    @Test
    void windowsProgramsHaveAnEndingAndFoldersOfTheirOwn() throws IOException {
        Path found = program("files\\qemu/qemu-system-x86_64.exe");
        Map<String, String> environment =
                Map.of("ProgramFiles", folder.resolve("files").toString());
        assertThat(find(Arch.AMD64, Os.WINDOWS, environment)).contains(found);
    }

    @Test
    void theInstallerOfWindowsNotesWhereItPutQemu() throws IOException {
        Path found = program("anywhere/qemu-system-x86_64.exe");
        Path usual = program("files\\qemu/qemu-system-aarch64.exe");
        HostSystem host = new HostSystem(
                Os.WINDOWS,
                Arch.AMD64,
                Map.of("ProgramFiles", folder.resolve("files").toString()));
        QemuLocator locator = new QemuLocator(host, Optional.empty(), () -> Optional.of(folder.resolve("anywhere")));

        assertThat(locator.find(Arch.AMD64)).contains(found);
        assertThat(locator.find(Arch.ARM64)).contains(usual);
        assertThat(locator.find(Arch.S390X)).isEmpty();
    }

    @Test
    void whatRegSaysIsRead() {
        String said = "\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\QEMU\r\n"
                + "    Install_Dir    REG_SZ    C:\\Program Files\\qemu\r\n\r\n";

        assertThat(WindowsRegistry.folder(said)).contains(Path.of("C:\\Program Files\\qemu"));
        assertThat(WindowsRegistry.folder("ERROR: The system was unable to find the specified registry key"))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNamedWithTheWayToGetIt() {
        assertThat(new QemuMissingException(Arch.ARM64, Optional.empty(), "install it"))
                .hasMessage("qemu-system-aarch64 was not found on the PATH or in the usual folders");
        assertThat(new QemuMissingException(Arch.AMD64, Optional.of(Path.of("q")), "install it"))
                .hasMessage("qemu-system-x86_64 is not at q, where LAMINA_QEMU or the settings say it is")
                .extracting(QemuMissingException::hint)
                .isEqualTo(Optional.of("name the folder of qemu-system-x86_64 there, or take that setting away"));
        assertThat(InstallAdvice.forQemu(new HostSystem(Os.LINUX, Arch.AMD64, Map.of()), Arch.ARM64))
                .isEqualTo("sudo apt install qemu-system-arm (Fedora: sudo dnf install qemu-system-aarch64-core),"
                        + " or set LAMINA_QEMU to its folder");
    }
}
