package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.testing.Needed;
import dev.lamina.vmlaunch.testing.TinyDisk;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Disks and CDs that a real machine's firmware boots.
final class BootImagesIT {
    @TempDir
    Path folder = Path.of("");

    private Command.Lamina run(String image, String until, String... more) {
        Map<String, String> variables = new HashMap<>(System.getenv());
        variables.put("LAMINA_HOME", folder.resolve("home").toString());
        Environment environment = new Environment(variables, folder, folder, OperatingSystem.LINUX, "amd64", false);
        List<String> usual =
                List.of("run", "qemu", image, "-q", "--mem=256", "--accel=tcg", "--until", until, "--timeout=60");
        return Command.lamina(
                environment, Stream.concat(usual.stream(), Arrays.stream(more)).toArray(String[]::new));
    }

    @Test
    void aDiskBoots() throws IOException {
        Files.write(folder.resolve("disk.img"), TinyDisk.image("booted from a disk\r\n"));

        assertThat(run("disk.img", "booted from a disk")).isEqualTo(new Command.Lamina(0, "", ""));
    }

    @Test
    void disksOfOtherFormatsBoot() throws Exception {
        Needed.program("qemu-img");
        Path raw = Files.write(folder.resolve("disk.img"), TinyDisk.image("booted from a disk\r\n"));
        for (String format : List.of("qcow2", "vmdk", "vpc", "vhdx")) {
            String name = "disk." + format.replace("vpc", "vhd");
            Command.run(
                    "qemu-img",
                    "convert",
                    "-O",
                    format,
                    raw.toString(),
                    folder.resolve(name).toString());

            assertThat(run(name, "booted from a disk")).as(name).isEqualTo(new Command.Lamina(0, "", ""));
        }
    }

    @Test
    void aCdBoots() throws Exception {
        Needed.program("xorriso");
        Path tree = Files.createDirectory(folder.resolve("tree"));
        Files.write(tree.resolve("boot.img"), Arrays.copyOf(TinyDisk.image("booted from a CD\r\n"), 2048));
        Command.run(
                "xorriso",
                "-as",
                "mkisofs",
                "-quiet",
                "-b",
                "boot.img",
                "-c",
                "boot.cat",
                "-no-emul-boot",
                "-boot-load-size",
                "4",
                "-o",
                folder.resolve("cd.iso").toString(),
                tree.toString());
        Files.copy(folder.resolve("cd.iso"), folder.resolve("cd"));

        assertThat(run("cd.iso", "booted from a CD")).isEqualTo(new Command.Lamina(0, "", ""));
        assertThat(run("cd", "booted from a CD", "--iso")).isEqualTo(new Command.Lamina(0, "", ""));
    }

    @Test
    void uefiFirmwareStartsAndKeepsItsSettings() throws IOException {
        Needed.file(
                "UEFI firmware (Debian: ovmf)", "/usr/share/OVMF/OVMF_CODE_4M.fd", "/usr/share/edk2/ovmf/OVMF_CODE.fd");
        Files.write(folder.resolve("disk.img"), TinyDisk.image("not by UEFI\r\n"));

        assertThat(run("disk.img", "BdsDxe", "--uefi", "--state", "kept")).isEqualTo(new Command.Lamina(0, "", ""));
        assertThat(folder.resolve("kept")).isDirectoryContaining("glob:**/uefi-variables.fd");
    }

    @Test
    void aKernelBootsWithASquashfs() throws IOException {
        Files.write(folder.resolve("sys-kernel"), TinyKernel.image("a kernel\r\n"));
        Files.write(folder.resolve("sys-squashfs.img"), new byte[4096]);

        assertThat(run("sys", "a kernel", "--squashfs")).isEqualTo(new Command.Lamina(0, "", ""));
    }
}
