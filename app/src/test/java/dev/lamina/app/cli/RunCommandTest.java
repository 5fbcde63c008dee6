package dev.lamina.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Environment.OperatingSystem;
import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.app.testing.FakeHypervisor;
import dev.lamina.app.testing.FakeVm;
import dev.lamina.app.testing.PlayedWiring;
import dev.lamina.model.BootMedia;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.Uefi;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class RunCommandTest {
    @TempDir
    Path folder = Path.of("");

    private FakeHypervisor hypervisor = new FakeHypervisor(FakeVm::powerOff);
    private VmPrograms programs = VmPrograms.USUAL;

    @BeforeEach
    void build() throws IOException {
        byte[] kernel = new byte[1024];
        System.arraycopy(new byte[] {'H', 'd', 'r', 'S'}, 0, kernel, 0x202, 4);
        Files.write(folder.resolve("sys-kernel"), kernel);
        Files.writeString(folder.resolve("sys-cmdline"), "quiet");
    }

    private BootMedia media() {
        return new BootMedia.KernelInitrd(Arch.AMD64, folder.resolve("sys-kernel"), Optional.empty(), "quiet");
    }

    private Path log() {
        return folder.resolve("home/machines/sys/console.log");
    }

    /// Also remembers which programs were named.
    private final class Wired extends PlayedWiring {
        Wired(Environment environment) {
            super(environment, () -> hypervisor, folder.resolve("sys-kernel"));
        }

        @Override
        public Operations withPrograms(VmPrograms value) {
            programs = value;
            return this;
        }
    }

    private void plays(Consumer<FakeVm> play) {
        hypervisor = new FakeHypervisor(play);
    }

    private CliRun run(String... args) {
        return runWithInput("", args);
    }

    private CliRun runWithInput(String input, String... args) {
        Environment environment = CliRun.environment(folder);
        return CliRun.with(new Wired(environment), environment, input, args);
    }

    @Test
    void theConsoleIsShownUntilTheGuestPowersOff() {
        plays(vm -> {
            vm.print("hello\r\n");
            vm.powerOff();
        });

        assertThat(run("run", "sys"))
                .isEqualTo(new CliRun(
                        0,
                        "hello\r\n",
                        "sys runs (tcg); to end it power it off there, or press Ctrl-C here; its console is logged to "
                                + log() + "\n"));
        assertThat(hypervisor.specs()).containsExactly(VmSpec.of("sys", media(), folder.resolve("home/machines/sys")));
    }

    @Test
    void theTimelineIsPrintedAtTheEnd() {
        plays(vm -> {
            vm.send("kernel", Map.of("t", "1.500"));
            vm.send("stage", Map.of("t", "2.000", "name", "mounts"));
            vm.print("hello\r\n");
            vm.powerOff();
        });

        assertThat(run("run", "-q", "--timeline", "sys")).isEqualTo(new CliRun(0, """
            hello\r
              at ms took ms
                  0    1500  kernel                       ##############################
               1500     500  init mounts                                                ##########
            """, ""));
        assertThat(run("run", "--json", "--timeline", "sys").out())
                .endsWith("{\"timeline\":[{\"part\":\"kernel\",\"name\":\"\",\"atMs\":0,\"tookMs\":1500},"
                        + "{\"part\":\"init\",\"name\":\"mounts\",\"atMs\":1500,\"tookMs\":500}]}\n");
    }

    @Test
    void aSystemThatTellsNothingHasNoTimeline() {
        plays(FakeVm::powerOff);

        assertThat(run("run", "-q", "--timeline", "sys"))
                .isEqualTo(new CliRun(0, "", "no timeline: the init of this system tells nothing of its boot\n"));
    }

    @Test
    void whatIsPipedInIsTyped() {
        plays(vm -> {
            while (!vm.typed().equals("poweroff\n")) {
                Thread.onSpinWait();
            }
            vm.powerOff();
        });

        assertThat(runWithInput("poweroff\n", "run", "-q", "sys")).isEqualTo(new CliRun(0, "", ""));
    }

    @Test
    void optionsMakeTheMachine() {
        CliRun run = run(
                "run",
                "sys",
                "-q",
                "--name",
                "box",
                "--cpus",
                "2",
                "--mem",
                "1G",
                "--disk",
                "a.img,size=1M",
                "--disk=b.img,size=1M",
                "--publish",
                "8080:80",
                "--publish",
                "0.0.0.0:53:53/udp",
                "--accel",
                "kvm",
                "--cmdline",
                "debug loglevel=7",
                "--backend",
                "qemu",
                "--arch",
                "arm64");

        assertThat(run).isEqualTo(new CliRun(0, "", ""));
        assertThat(hypervisor.specs())
                .containsExactly(VmSpec.of(
                                "box",
                                new BootMedia.KernelInitrd(
                                        Arch.ARM64, folder.resolve("sys-kernel"), Optional.empty(), "quiet"),
                                folder.resolve("home/machines/box"))
                        .withCpus(2)
                        .withMemory(1L << 30)
                        .withDisks(List.of(Disk.raw(folder.resolve("a.img")), Disk.raw(folder.resolve("b.img"))))
                        .withPorts(List.of(PublishedPort.tcp(8080, 80), PublishedPort.parse("0.0.0.0:53:53/udp")))
                        .withAccelerator(AcceleratorChoice.KVM)
                        .withExtraCmdline("debug loglevel=7"));
    }

    static Stream<Arguments> equipment() {
        Equipment none = Equipment.NONE;
        return Stream.of(
                Arguments.of("--usb", none.withUsb()),
                Arguments.of("--gui", none.withWindow()),
                Arguments.of("--networking default", none),
                Arguments.of("--networking user", none),
                Arguments.of("--networking none", none.withNetwork(new Network.None())),
                Arguments.of(
                        "--device usb-host,hostbus=1 --device usb-kbd",
                        none.withDevices(List.of("usb-host,hostbus=1", "usb-kbd"))));
    }

    @ParameterizedTest
    @MethodSource("equipment")
    void optionsOfLinuxKitEquipTheMachine(String options, Equipment equipment) {
        assertThat(run(("run qemu sys -q " + options).split(" "))).isEqualTo(new CliRun(0, "", ""));
        assertThat(hypervisor.specs().getFirst().equipment()).isEqualTo(equipment);
    }

    @Test
    void foldersAreSharedByTheirPlaceHere() {
        run("run", "sys", "--virtiofs", "a", "--virtiofs", "/b");

        assertThat(hypervisor.specs().getFirst().equipment().shares())
                .containsExactly(folder.resolve("a"), Path.of("/b"));
    }

    @Test
    void cardsInPrivateNetworksHaveAddressesOfTheMachineAndTheNetwork() {
        run("run", "sys", "--private", "lab", "--private", "back", "--tpm");
        run("run", "sys", "--private", "back");
        run("run", "sys", "--name", "other", "--private", "lab");

        List<Equipment> equipment =
                hypervisor.specs().stream().map(VmSpec::equipment).toList();
        PrivateNetwork lab = equipment.get(0).privateNetworks().get(0);
        PrivateNetwork back = equipment.get(0).privateNetworks().get(1);
        assertThat(List.of(lab.name(), back.name())).containsExactly("lab", "back");
        assertThat(lab.mac().orElseThrow()).matches("[0-9a-f][26ae](:[0-9a-f]{2}){5}");
        assertThat(back.mac()).isNotEqualTo(lab.mac());
        assertThat(equipment.get(0).tpm()).isTrue();
        assertThat(equipment.get(1).privateNetworks()).containsExactly(back);
        assertThat(equipment.get(2).privateNetworks().getFirst().mac()).isNotEqualTo(lab.mac());
        assertThat(run("run", "sys", "--private", "a b").code()).isEqualTo(2);
    }

    @Test
    void aMachineInANetworkWithOthersKeepsAnAddressOfItsOwn() {
        run("run", "sys", "--networking", "bridge,br0");
        run("run", "sys", "--networking", "tap,tap0");

        List<Equipment> equipment =
                hypervisor.specs().stream().map(VmSpec::equipment).toList();
        assertThat(equipment.get(0).network()).isEqualTo(new Network.Bridge("br0"));
        assertThat(equipment.get(1).network()).isEqualTo(new Network.Tap("tap0"));
        assertThat(equipment.get(0).mac().orElseThrow())
                .matches("[0-9a-f][26ae](:[0-9a-f]{2}){5}")
                .isEqualTo(equipment.get(1).mac().orElseThrow());
    }

    @Test
    void stateIsKeptInTheFolderThatTheUserNames() throws IOException {
        Files.createDirectory(folder.resolve("kept"));
        Files.writeString(folder.resolve("kept/mac-addr"), "02:11:22:33:44:55");

        run("run", "sys", "--state", "kept", "--disk", "size=1M");

        Path kept = folder.resolve("kept");
        assertThat(hypervisor.specs())
                .containsExactly(VmSpec.of("sys", media(), kept)
                        .withDisks(List.of(Disk.raw(kept.resolve("disk.img"))))
                        .withEquipment(Equipment.NONE.withMac("02:11:22:33:44:55")));
    }

    @Test
    void whatTheSystemIsToldIsOnACd() throws IOException {
        Files.writeString(folder.resolve("d.json"), "told");
        List<String> contents = new ArrayList<>();
        plays(vm -> vm.powerOff());
        for (String option : List.of("--data=told", "--data-file=d.json")) {
            run("run", "sys", option);
            VmSpec spec = hypervisor.specs().getLast();
            assertThat(spec.equipment().cds()).containsExactly(spec.stateDir().resolve("data.iso"));
            contents.add(Files.readString(spec.equipment().cds().getFirst(), StandardCharsets.ISO_8859_1));
        }

        assertThat(contents).hasSize(2).allSatisfy(cd -> assertThat(cd).contains("CD001", "cidata", "CONFIG", "told"));
    }

    @Test
    void theVariableOfLinuxKitChoosesTheAcceleratorWhenNoOptionDoes() {
        Environment usual = CliRun.environment(folder);
        Environment environment = new Environment(
                Map.of("LAMINA_HOME", "home", "LINUXKIT_QEMU_ACCEL", "tcg"),
                folder,
                folder,
                usual.system(),
                usual.architecture(),
                false);

        CliRun.with(new Wired(environment), environment, "", "run", "sys");
        CliRun.with(new Wired(environment), environment, "", "run", "sys", "--accel", "kvm");
        CliRun.with(new Wired(environment), environment, "", "run", "sys", "--accel", "hvf:tcg");

        assertThat(hypervisor.specs().stream().map(VmSpec::accelerator))
                .containsExactly(AcceleratorChoice.TCG, AcceleratorChoice.KVM, AcceleratorChoice.AUTO);
    }

    @Test
    void aDiskOrACdBootsByFirmware() throws IOException {
        Path disk = Files.writeString(folder.resolve("sys.qcow2"), "");
        BootMedia media = new BootMedia.DiskImage(Arch.AMD64, disk, DiskFormat.QCOW2);

        run("run", "qemu", "sys.qcow2");
        run("run", "sys.qcow2", "--uefi");
        run("run", "sys.qcow2", "--fw", "CODE.fd");

        assertThat(hypervisor.specs())
                .containsExactly(
                        VmSpec.of("sys", media, folder.resolve("home/machines/sys")),
                        VmSpec.of("sys", media, folder.resolve("home/machines/sys"))
                                .withEquipment(Equipment.NONE.withUefi(new Uefi(Optional.empty()))),
                        VmSpec.of("sys", media, folder.resolve("home/machines/sys"))
                                .withEquipment(
                                        Equipment.NONE.withUefi(new Uefi(Optional.of(folder.resolve("CODE.fd"))))));
    }

    @Test
    void anotherBackendsWordIsExplained() {
        assertThat(run("run", "vcenter", "sys"))
                .isEqualTo(new CliRun(
                        3,
                        "",
                        "lamina: the backend vcenter is not available in this version\n"
                                + "hint: use --backend qemu\n"));
        assertThat(run("run", "virtualization", "sys"))
                .isEqualTo(new CliRun(3, "", "lamina: vfkit runs on macOS only\nhint: use --backend qemu here\n"));
        assertThat(run("run", "hyperv", "sys"))
                .isEqualTo(new CliRun(3, "", "lamina: hyperv runs on Windows only\nhint: use --backend qemu here\n"));
        assertThat(run("run", "--backend", "qemu", "hyperkit", "sys").code()).isZero();
    }

    @Test
    void optionsCountMoreThanTheWordAndTheWordMoreThanTheSideFile() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "kernel: {image: lamina/kernel}\n");
        Files.writeString(folder.resolve("web.lamina.yml"), "run: {backend: vfkit}\n");
        Environment here = CliRun.environment(folder);
        Environment mac =
                new Environment(here.variables(), folder, folder, OperatingSystem.MACOS, here.architecture(), false);

        assertThat(run("run", "web.yml"))
                .isEqualTo(new CliRun(3, "", "lamina: vfkit runs on macOS only\nhint: use --backend qemu here\n"));
        assertThat(chosen(mac, "run", "web.yml")).contains("vfkit");
        assertThat(chosen(mac, "run", "hyperkit", "web.yml")).contains("hyperkit");
        assertThat(chosen(mac, "run", "--backend", "qemu", "hyperkit", "web.yml"))
                .contains("qemu");
        assertThat(chosen(mac, "run", "--backend", "auto", "web.yml")).isEmpty();
        assertThat(chosen(mac, "run", "sys")).isEmpty();
    }

    private Optional<String> chosen(Environment environment, String... args) {
        programs = VmPrograms.USUAL;
        assertThat(CliRun.with(new Wired(environment), environment, "", args).code())
                .isZero();
        return programs.backend();
    }

    @Test
    void aWordThatIsAFileIsAnInput() throws IOException {
        Files.writeString(folder.resolve("qemu"), "kernel: {image: lamina/kernel}\n");
        Files.writeString(folder.resolve("web.yml"), "services: []\n");

        assertThat(run("run", "qemu", "web.yml").code()).isZero();
        assertThat(run("run", "qemu").code()).isZero();
        assertThat(hypervisor.specs().stream().map(VmSpec::name)).containsExactly("web", "qemu");
    }

    @Test
    void aMachineInTheBackgroundIsFoundAgainAndEnded() {
        String log = folder.resolve("home/machines") + "/sys/console.log";
        String other = folder.resolve("home/machines") + "/sys-2/console.log";

        assertThat(run("run", "sys", "--detach"))
                .isEqualTo(new CliRun(
                        0,
                        "",
                        "sys runs in the background (tcg); to end it: lamina stop sys; its console is logged to " + log
                                + "\n"));
        assertThat(run("--json", "run", "sys", "--detached"))
                .isEqualTo(new CliRun(
                        0,
                        "{\"machine\":\"sys-2\",\"accelerator\":\"tcg\",\"pid\":4711,\"consoleLog\":\"" + other
                                + "\"}\n",
                        ""));
        assertThat(run("run", "sys", "--name", "sys").err())
                .isEqualTo("lamina: a machine named sys runs already\n"
                        + "hint: end it, or give this one another --name\n");
        assertThat(run("ps").out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "NAME RUNS STATE PID ACCEL CONSOLE LOG",
                        "sys detached unknown 4711 tcg " + log,
                        "sys-2 detached unknown 4711 tcg " + other);
        assertThat(run("stop"))
                .isEqualTo(new CliRun(1, "", "lamina: several machines run\nhint: name one of them: sys, sys-2\n"));
        assertThat(run("stop", "sys")).isEqualTo(new CliRun(0, "", "ended sys\n"));
        assertThat(run("stop", "sys"))
                .isEqualTo(new CliRun(
                        1, "", "lamina: there is no machine sys that runs\nhint: 'lamina ps' lists those that do\n"));
        assertThat(run("--json", "ps"))
                .isEqualTo(new CliRun(
                        0,
                        "{\"machine\":\"sys-2\",\"runs\":\"detached\",\"pid\":4711,\"accelerator\":\"tcg\","
                                + "\"consoleLog\":\"" + other + "\",\"state\":\"unknown\"}\n",
                        ""));
        assertThat(run("stop")).isEqualTo(new CliRun(0, "", "ended sys-2\n"));
        assertThat(run("stop"))
                .isEqualTo(new CliRun(1, "", "lamina: no machine runs\nhint: start one with 'lamina run FILE'\n"));
    }

    @Test
    void aMachineWithTheCommandIsListedWhileItRuns() {
        List<String> listed = new ArrayList<>();
        plays(vm -> {
            do {
                listed.add(run("ps", "--json").out());
            } while (listed.getLast().isEmpty());
            vm.powerOff();
        });

        run("run", "sys");

        assertThat(listed.getLast()).startsWith("{\"machine\":\"sys\",\"runs\":\"attached\",\"pid\":");
        assertThat(run("ps", "--json").out()).isEmpty();
    }

    @Test
    void aStateFolderBelongsToOneMachineAtATime() {
        run("run", "sys", "--detach", "--state", "kept");

        assertThat(run("run", "sys", "--state", "kept"))
                .isEqualTo(new CliRun(
                        3,
                        "",
                        "lamina: the folder " + folder.resolve("kept") + " is that of a machine that runs\n"
                                + "hint: end it, or give this one another --state\n"));
    }

    @Test
    void aPlainAmountOfMemoryIsMiB() {
        run("run", "sys", "--mem", "96");

        assertThat(hypervisor.specs().getFirst().memoryMib()).isEqualTo(96);
    }

    @Test
    void aCompositionIsBuiltAndRun() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "kernel: {image: lamina/kernel}\n");

        assertThat(run("run", "web.yml").code()).isZero();
        assertThat(hypervisor.specs()).containsExactly(VmSpec.of("web", media(), folder.resolve("home/machines/web")));
    }

    @Test
    void aBuildCanBeCancelled() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "kernel: {image: lamina/kernel}\n");
        Environment environment = CliRun.environment(folder);

        CliRun run = CliRun.with(new Wired(environment), environment, "", () -> true, "run", "web.yml");

        assertThat(run).isEqualTo(new CliRun(130, "", "lamina: cancelled\n"));
        assertThat(hypervisor.specs()).isEmpty();
    }

    @Test
    void aPanicIsExplainedToWhoeverSitsBeforeIt() {
        plays(vm -> {
            vm.print("Initramfs unpacking failed: write error\r\n");
            vm.print("Kernel panic - not syncing: VFS: Unable to mount root fs on unknown-block(0,0)\r\n");
            vm.print("---[ end Kernel panic - not syncing: VFS: Unable to mount root fs ]---\r\n");
            vm.powerOff();
        });

        assertThat(run("run", "sys").err())
                .endsWith("\nsys has failed: the initial file system does not fit in the machine's memory\n"
                        + "hint: give it more memory with --mem; to end it press Ctrl-C\n");
        assertThat(run("run", "-q", "sys").err()).isEmpty();
    }

    @Test
    void anInterruptionEndsTheMachine() {
        Thread user = Thread.currentThread();
        plays(vm -> {
            vm.print("up\r\n");
            user.interrupt();
        });

        assertThat(run("run", "-q", "sys", "--until", "login:")).isEqualTo(new CliRun(130, "", "lamina: cancelled\n"));
        assertThat(hypervisor.machines().getFirst().calls()).containsExactly("close");
    }

    @Test
    void theCommandLineOfTheHypervisorIsShownOnRequest() {
        assertThat(run("run", "-v", "sys").err()).startsWith("fake-vm -name sys\n");
    }

    @Test
    void untilEndsWithTheText() {
        plays(vm -> vm.print("Welcome\r\nhost login: "));

        CliRun run = run("run", "sys", "--until", "login:");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("Welcome\r\nhost login: \n");
        assertThat(run.err())
                .matches("\\Qsys runs (tcg); its console is logged to " + log() + "\n'login:' appeared after \\E"
                        + "\\d+\\.\\d s\n");
        assertThat(hypervisor.machines().getFirst().calls()).containsExactly("close");
    }

    @Test
    void untilSaysWhatCameInstead() {
        plays(vm -> vm.print("Kernel panic - not syncing: tiny\r\n"));

        CliRun run = run("run", "-q", "sys", "--until", "login:");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .matches("lamina: 'login:' did not appear on the console: the guest failed after [0-9.]+ s; "
                        + "likely reason: the guest's kernel panicked\n"
                        + "last lines of the console:\n"
                        + "  \\| Kernel panic - not syncing: tiny\n"
                        + "what failed:\n"
                        + "  kernel: the guest's kernel panicked\n"
                        + "    seen: Kernel panic - not syncing: tiny\n"
                        + "    fix:  see the console log\n"
                        + "hint: see the console log\n");
    }

    @Test
    void untilTellsWhichContainersFailedAndHowToRepairThem() {
        plays(vm -> {
            vm.print("Linux\r\nlamina: web failed with code 1: no such file: /srv/web, the source of a bind\r\n");
            vm.send(
                    "failed",
                    Map.of(
                            "section",
                            "services",
                            "name",
                            "web",
                            "code",
                            "1",
                            "reason",
                            "no such file: /srv/web, the source of a bind"));
            vm.powerOff();
        });

        CliRun run = run("run", "-q", "sys", "--until", "login:");

        assertThat(run.err()).contains("""
            what failed:
              service web: it binds /srv/web of the system, and nothing makes it
                seen: no such file: /srv/web, the source of a bind
                rule: MNT01 (lamina explain MNT01)
                fix:  make it before: a files entry, runtime: {mkdir: [/srv/web]}, or an onboot container that mounts it
            hint: make it before: a files entry, runtime: {mkdir: [/srv/web]}, or an onboot container that mounts it
            """);
    }

    @Test
    void untilGivesUpInTime() {
        plays(vm -> vm.print("slow\r\n"));

        CliRun run = run("run", "-q", "sys", "--until", "login:", "--timeout", "0.05");

        assertThat(run)
                .isEqualTo(new CliRun(
                        4,
                        "",
                        "lamina: 'login:' did not appear on the console within 0.1 s\n"
                                + "last lines of the console:\n"
                                + "  | slow\n"
                                + "hint: allow more time with --timeout, or look at the console log\n"));
    }

    @Test
    void theResultIsOneJsonObject() {
        plays(vm -> vm.print("host login: "));

        CliRun run = run("--json", "run", "sys", "--until", "login:");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .matches("\\Q{\"machine\":\"sys\",\"accelerator\":\"tcg\",\"until\":\"login:\",\"outcome\":\"seen\","
                        + "\"seconds\":\\E[0-9.E-]+\\Q,\"consoleLog\":\"" + log() + "\"}\n\\E");
    }

    @Test
    void theJsonOfAFailureHasTheLastLines() {
        plays(vm -> {
            vm.print("\033[2Jbye\r\n");
            vm.powerOff();
        });

        CliRun run = run("--json", "run", "sys", "--until", "login:");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out())
                .contains("\"outcome\":\"exited\"", "\"lastLines\":[\"bye\"]")
                .hasLineCount(1);
        assertThat(run.err())
                .startsWith("{\"error\":{\"kind\":\"external\",\"exitCode\":4,")
                .hasLineCount(1);
    }

    @Test
    void theEndIsOneJsonObjectToo() {
        assertThat(run("--json", "run", "sys"))
                .isEqualTo(new CliRun(
                        0,
                        "{\"machine\":\"sys\",\"accelerator\":\"tcg\",\"ended\":\"powered-off\","
                                + "\"detail\":\"the guest powered off\",\"consoleLog\":\"" + log() + "\"}\n",
                        ""));
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, QEMU ended with exit code 1, the machine failed: QEMU ended with exit code 1",
        "STOPPED, QEMU was stopped from outside, the machine ended too early: QEMU was stopped from outside"
    })
    void aMachineThatDoesNotEndByItselfIsAFailure(VmExit.Reason reason, String detail, String message) {
        plays(vm -> vm.end(new VmExit(reason, 1, detail)));

        assertThat(run("run", "-q", "sys"))
                .isEqualTo(
                        new CliRun(4, "", "lamina: " + message + "\nhint: what the guest said is in " + log() + "\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "--mem lots ~ --mem: 'lots' is not an amount of memory "
                        + "~ write for example 512M or 2G; a plain number is MiB",
                "--arch vax ~ invalid value for option '--arch': 'vax' is not amd64, arm64, riscv64 or s390x ~ see"
                        + " 'lamina run --help'",
                "--publish 80 ~ --publish: '80' is not a port to publish "
                        + "~ write [ADDRESS:]HOST:GUEST[/tcp|udp], for example 8080:80 or 127.0.0.1:5353:53/udp",
                "--publish 80:99999 ~ --publish: 99999 is not a port number ~ ports are 1 to 65535",
                "--disk a,b ~ --disk: 'a,b' is not a disk: it has two paths ~ write"
                        + " [file=]PATH[,size=N[M|G]][,format=raw|qcow2|vmdk|vhd|vhdx], for example data.img,size=1G",
                "--until x --timeout soon ~ --timeout: 'soon' is not a number of seconds ~ write for example 60",
                "--until= ~ --until: an empty text is on every console ~ write for example 'login:'",
                "--networking tap ~ --networking: 'tap' is not a network for a machine "
                        + "~ write user, none, tap,DEVICE or bridge,NAME, for example bridge,br0",
                "--accel xen ~ --accel: 'xen' is not a way to run a guest ~ write auto, kvm, hvf, whpx or tcg",
                "--data a --data-file b ~ --data=TEXT, --data-file=FILE are mutually exclusive (specify only one) "
                        + "~ see 'lamina run --help'",
                "--iso --kernel ~ --iso, --kernel are mutually exclusive (specify only one) ~ see 'lamina run --help'",
                "--detach --until x ~ --detach does not stay to watch: leave out --until, --timeline and --watch "
                        + "~ see 'lamina run --help'",
                "--watch --until x ~ --watch goes on until you end it: leave out --until and --timeline "
                        + "~ see 'lamina run --help'",
                "--timeout 5 ~ missing required argument(s): --until=TEXT ~ see 'lamina run --help'"
            })
    void wrongUsageIsExplained(String option, String message, String hint) {
        String[] args = ("run sys " + option).split(" ");

        assertThat(run(args)).isEqualTo(new CliRun(2, "", "lamina: " + message + "\nhint: " + hint + "\n"));
        assertThat(hypervisor.specs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '"',
            value = {
                "1 ~ --cpus 0 ~ 0 is not a number of CPUs ~ give 1 to 255",
                "1 ~ --mem 1K ~ less than 1 MiB of memory boots nothing ~ give at least 96M",
                "1 ~ --name a/b ~ 'a/b' cannot name a virtual machine "
                        + "~ use letters, digits, '.', '_' and '-', at most 64",
                "1 ~ --disk none.img ~ there is no disk none.img "
                        + "~ give its size to make it: --disk none.img,size=1G",
                "1 ~ --uefi ~ the kernel of sys is started directly, without firmware "
                        + "~ leave out --uefi and --fw: they are for disk and CD images",
                "1 ~ --watch ~ sys is not a document ~ only YAML files are built anew when they change",
                "1 ~ --iso ~ sys is the prefix of a build, not a CD image ~ leave out --iso",
                "1 ~ --networking none --publish 80:80 "
                        + "~ only a machine in the network 'user' has ports to publish "
                        + "~ leave out --publish, or take --networking user",
                "1 ~ --data-file none ~ cannot read none ~ check the path and its permissions",
                "3 ~ --backend vfkit ~ vfkit runs on macOS only ~ use --backend qemu here",
                "3 ~ --backend hyperkit ~ hyperkit runs on macOS only ~ use --backend qemu here",
                "3 ~ --backend hyperv ~ hyperv runs on Windows only ~ use --backend qemu here"
            })
    void whatCannotBeIsExplained(int code, String option, String message, String hint) {
        String[] args = ("run sys " + option).split(" ");

        assertThat(run(args)).isEqualTo(new CliRun(code, "", "lamina: " + message + "\nhint: " + hint + "\n"));
        assertThat(hypervisor.specs()).isEmpty();
    }

    @Test
    void aPrefixWithoutFilesIsExplained() {
        assertThat(run("run", "other"))
                .isEqualTo(new CliRun(
                        1,
                        "",
                        "lamina: there is neither a file other nor an earlier build of that name\n"
                                + "hint: name a YAML file, a disk or CD image, or the PREFIX of files PREFIX-kernel,"
                                + " PREFIX-initrd.img and PREFIX-cmdline\n"));
    }

    @Test
    void theSideFileSaysWhatMachineItIsAndOptionsCountMore() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "kernel: {image: lamina/kernel}\n");
        Files.writeString(
                folder.resolve("web.lamina.yml"),
                "run: {cpus: 3, memory: 300M, publish: ['18080:80'], disks: [{file: d.img, size: 1M}]}\n");
        assertThat(run("run", "web.yml").code()).isZero();
        assertThat(run("run", "web.yml", "--cpus", "2", "--publish", "19090:90").code())
                .isZero();
        VmSpec usual = hypervisor.specs().getFirst();
        VmSpec chosen = hypervisor.specs().getLast();
        assertThat(usual.cpus()).isEqualTo(3);
        assertThat(usual.memoryMib()).isEqualTo(300);
        assertThat(usual.ports()).containsExactly(PublishedPort.tcp(18080, 80));
        assertThat(usual.disks()).containsExactly(new Disk(folder.resolve("d.img"), DiskFormat.RAW, false));
        assertThat(chosen.cpus()).isEqualTo(2);
        assertThat(chosen.ports()).containsExactly(PublishedPort.tcp(19090, 90));
        assertThat(chosen.disks()).isEqualTo(usual.disks());
    }

    @Test
    void aWrongSideFileIsAnErrorAtItsPlace() throws IOException {
        Files.writeString(folder.resolve("web.yml"), "kernel: {image: lamina/kernel}\n");
        Files.writeString(folder.resolve("web.lamina.yml"), "run:\n  cpu: 2\n");
        CliRun run = run("run", "web.yml");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("web.lamina.yml:2:3: unknown key \"cpu\"\nhint: did you mean \"cpus\"?\n");
        assertThat(hypervisor.specs()).isEmpty();
    }
}
