package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.testing.Needed;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Boots that fail, each for a reason of its own, and what is said about it: the golden files have the whole
/// explanation. `BootFailuresSeenTest` compares them with the table of signatures.
final class BootFailuresIT {
    private static final String KERNEL = """
            kernel:
              image: lamina/kernel
              cmdline: "console=ttyS0 quiet"
            """;
    private static final String NORMAL = KERNEL + "init: [lamina/init, lamina/runtime]\n";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void writePrograms() throws IOException {
        Files.write(folder.resolve("arm"), Elf.forArm64());
        Files.write(folder.resolve("old"), Elf.forI386());
        Files.write(folder.resolve("dynamic"), Elf.withLoader("/lib/ld-none.so.1"));
    }

    @Test
    void containersThatFail() throws Exception {
        String services = ContainerFailures.REFUSED + ContainerFailures.STOPPED;
        containersOf("containers", NORMAL, services, Set.of("first-server"));
    }

    /// The other runtime has other words for the same.
    @Test
    void containersThatFailWithRunc() throws Exception {
        String init = KERNEL + "init: [lamina/init, lamina/runc]\n";
        String services = ContainerFailures.REFUSED + """
                  - {name: no-users, image: lamina/dhcp, userns: new, command: [/bin/true]}
                """;
        containersOf("runc", init, services, Set.of());
    }

    private void containersOf(String golden, String init, String services, Set<String> running) throws Exception {
        String text = init + ContainerFailures.ONBOOT + "services:\n" + services + files();
        Path document = Files.writeString(folder.resolve("system.yml"), text);
        Set<String> names = names(text);
        names.removeAll(running);
        // Not empty, so nothing formats it.
        byte[] disk = new byte[1 << 20];
        Arrays.fill(disk, (byte) 7);
        Path image = Files.write(folder.resolve("data.img"), disk);
        try (BootedSystem system =
                BootedSystem.start(folder, Arch.AMD64, "768M", List.of(), List.of(image.toString()), document)) {
            system.waitFor(() -> ended(system).containsAll(names));
            if (names.contains("loops")) {
                system.event(event -> event.kind().equals("restart")
                        && event.field("delay").orElse("").equals("4"));
            }

            Golden.assertMatches("boot-failures/" + golden + ".txt", text(system.failures()));
        }
    }

    /// Sources are relative to where the command is run.
    private String files() {
        return ContainerFailures.FILES.replace("source: ", "source: " + folder + "/");
    }

    private static Set<String> names(String document) {
        return document.lines()
                .filter(line -> line.matches("  - \\{?name: .*"))
                .map(line -> line.replaceFirst("  - \\{?name: ([a-z0-9-]+).*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> ended(BootedSystem system) {
        return system.events().stream()
                .filter(event -> Set.of("exit", "failed").contains(event.kind()))
                .map(event -> event.field("name").orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void tooLittleMemoryToUnpack() throws Exception {
        Files.write(folder.resolve("zeros"), new byte[120_000_000]);
        String system = NORMAL + "files: [{path: usr/lib/zeros, source: zeros}]\n";
        boot("unpack-memory", system, "160M", "Initramfs unpacking failed");
    }

    @Test
    void tooLittleMemoryForAService() throws Exception {
        String system = NORMAL + """
                services:
                  - {name: hungry, image: lamina/httpd, command: [/bin/sh, -c, "tail /dev/zero; exit 1"]}
                """;
        boot("out-of-memory", system, "128M", "hungry failed");
    }

    @Test
    void noRuntime() throws Exception {
        String system = KERNEL + """
                init: [lamina/init]
                services:
                  - {name: web, image: lamina/httpd}
                """;
        boot("no-runtime", system, "256M", "web failed");
    }

    @Test
    void noInit() throws Exception {
        boot("no-init", KERNEL + "init: [lamina/runtime]\n", "256M", "end Kernel panic");
    }

    @Test
    void anInitForAnotherArchitecture() throws Exception {
        withInit("init-format", "source: arm, mode: \"0755\"", "end Kernel panic");
    }

    @Test
    void anInitWithoutItsLoader() throws Exception {
        withInit("init-interpreter", "source: dynamic, mode: \"0755\"", "end Kernel panic");
    }

    @Test
    void anInitThatIsNotExecutable() throws Exception {
        withInit("init-permission", "source: arm, mode: \"0644\"", "end Kernel panic");
    }

    private void withInit(String golden, String file, String until) throws Exception {
        String system = KERNEL + "init: [lamina/runtime]\nfiles: [{path: init, " + file + "}]\n";
        boot(golden, system, "256M", until);
    }

    @Test
    void anInitThatEndsAndAKernelThatStartsAgain() throws Exception {
        String system = NORMAL.replace("quiet", "quiet panic=1") + """
                files:
                  - {path: init, contents: "#!/bin/sh\\nexit 3\\n", mode: "0755"}
                """;
        boot("init-ended", system, "256M", "Rebooting in");
    }

    @Test
    void aKernelThatPanicsByItself() throws Exception {
        String crash = "#!/bin/sh\\nmount -t proc proc /proc\\necho c >/proc/sysrq-trigger\\n";
        String system = NORMAL + "files: [{path: init, contents: \"" + crash + "\", mode: \"0755\"}]\n";
        boot("panic", system, "256M", "end Kernel panic");
    }

    private void boot(String golden, String document, String memory, String until) throws Exception {
        Files.writeString(folder.resolve("system.yml"), document);
        try (RawMachine machine = RawMachine.start(folder, "system.yml", memory, List.of("-no-reboot"))) {
            assertExplained(golden, machine, until);
        }
    }

    @Test
    void noInitrd() throws Exception {
        RawMachine.build(folder, write(NORMAL));
        raw("no-initrd", List.of(), "end Kernel panic");
    }

    @Test
    void anInitrdThatIsCutOff() throws Exception {
        RawMachine.build(folder, write(NORMAL));
        byte[] whole = Files.readAllBytes(folder.resolve("system-initrd.img"));
        Files.write(folder.resolve("system-initrd.img"), Arrays.copyOf(whole, 500_000));
        raw("unpack-truncated", List.of("-initrd", "system-initrd.img"), "end Kernel panic");
    }

    @Test
    void anInitrdThatIsDamaged() throws Exception {
        RawMachine.build(folder, write(NORMAL));
        byte[] whole = Files.readAllBytes(folder.resolve("system-initrd.img"));
        Arrays.fill(whole, whole.length / 2, whole.length / 2 + 2000, (byte) 0x55);
        Files.write(folder.resolve("system-initrd.img"), whole);
        raw("unpack-corrupt", List.of("-initrd", "system-initrd.img"), "Initramfs unpacking failed");
    }

    @Test
    void anInitrdThatIsNone() throws Exception {
        RawMachine.build(folder, write(NORMAL));
        Files.writeString(folder.resolve("system-initrd.img"), "this is no archive ".repeat(100));
        raw("unpack-magic", List.of("-initrd", "system-initrd.img"), "end Kernel panic");
    }

    private String write(String document) throws IOException {
        Files.writeString(folder.resolve("system.yml"), document);
        return "system.yml";
    }

    private void raw(String golden, List<String> more, String until) throws Exception {
        List<String> words = new ArrayList<>(List.of("-kernel", "system-kernel", "-no-reboot"));
        words.addAll(List.of("-append", Files.readString(folder.resolve("system-cmdline"))));
        words.addAll(more);
        try (RawMachine machine = RawMachine.start(folder, "256M", words)) {
            assertExplained(golden, machine, until);
        }
    }

    @Test
    void aDiskThatIsEmpty() throws Exception {
        Path firmware = Path.of("/usr/share/OVMF/OVMF_CODE_4M.fd");
        Needed.file("UEFI firmware (Debian: ovmf)", firmware.toString());
        Files.write(folder.resolve("empty.img"), new byte[4 << 20]);
        List<String> words = List.of(
                "-drive", "if=pflash,format=raw,readonly=on,file=" + firmware, "-drive", "file=empty.img,format=raw");
        try (RawMachine machine = RawMachine.start(folder, "256M", words)) {
            assertExplained("no-boot-device", machine, "Not Found\r\n");
        }
    }

    /// The command says it all, with the last lines and one hint.
    @Test
    void theCommandTellsWhatFailed() throws Exception {
        String document = write(NORMAL + """
                onboot:
                  - {name: web, image: lamina/httpd, command: [/usr/bin/httpd]}
                  - {name: off, image: lamina/dhcp, pid: host, command: [/bin/sh, -c, "kill -USR2 1"]}
                """);
        Command.Lamina run = Command.lamina(
                folder, "run", "-q", "--accel=tcg", "--arch=amd64", "--until=login:", "--timeout=180", document);

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err()).contains("""
                  | lamina: web failed with code 1: no such file: /usr/bin/httpd
                """, """
                what failed:
                  onboot web: /usr/bin/httpd is not in the image
                    seen: no such file: /usr/bin/httpd
                    rule: SCH05 (lamina explain SCH05)
                    fix:  correct command, or take an image that has it
                hint: correct command, or take an image that has it
                """);
    }

    private static void assertExplained(String golden, RawMachine machine, String until) throws Exception {
        machine.seen(until);
        Golden.assertMatches("boot-failures/" + golden + ".txt", text(machine.failures()));
    }

    private static String text(List<BootFailure> failures) {
        return failures.stream()
                .sorted(Comparator.comparing(failure ->
                        failure.component().filter(name -> name.contains(" ")).orElse("")))
                .map(BootFailuresIT::text)
                .collect(Collectors.joining());
    }

    private static String text(BootFailure failure) {
        return failure.component().orElse("something") + ": " + failure.signature() + (failure.fatal() ? ", fatal" : "")
                + "\n  seen: " + settled(failure.line()) + "\n  likely: " + settled(failure.reason()) + "\n  rule: "
                + failure.rule().orElse("none") + "\n  fix: " + failure.fix() + "\n";
    }

    /// Times, process ids and sizes of the kernel differ from boot to boot, and so may numbers of open files.
    private static String settled(String line) {
        return line.startsWith("[")
                ? line.replaceFirst("^\\[ *[0-9.]+] ", "").replaceAll("[0-9]{2,}", "N")
                : line.replaceAll("/fd/[0-9]+", "/fd/N");
    }
}
