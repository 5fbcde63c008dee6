package dev.lamina.vmlaunch.hyperv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.testing.Golden;
import dev.lamina.vmlaunch.testing.SpecTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// With a program in place of PowerShell.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a script of POSIX systems")
@SuppressWarnings("NullAway.Init")
final class BackgroundMachinesTest {
    private static final String ID = "00000000-0000-4000-8000-000000000001";
    private static final Path SCRIPT = Path.of("src/main/resources/dev/lamina/vmlaunch/hyperv/machine.ps1");
    private static final String AWKWARD = "it's 100% $(calc) \"ünï\" 🐧";

    @TempDir
    Path folder;

    private FakePowerShell shell;
    private HypervHypervisor hyperv;
    private final FakePipe pipe = new FakePipe();

    @BeforeEach
    void setUp() throws IOException {
        shell = new FakePowerShell(folder.resolve("bin"));
        Services played = new PlayedWindows().services();
        Services services = new Services(
                played.compute(),
                played.networks(),
                (name, patience, pointless) -> pipe.outerEnd(),
                () -> false,
                played.processes());
        hyperv = new HypervHypervisor(shell.host(), services, new ProcessRunner(), new Random(1));
    }

    private VmSpec spec() throws IOException {
        Path place = Files.createDirectories(folder.resolve(AWKWARD));
        Path disk = Files.writeString(place.resolve("disk.vhdx"), "");
        return VmSpec.of("web", new BootMedia.DiskImage(Arch.AMD64, disk, DiskFormat.VHDX), place.resolve("state"));
    }

    private BackgroundVm background(DetachedVm vm) {
        return hyperv.background(vm).orElseThrow();
    }

    private DetachedVm start() throws IOException {
        VmSpec spec = spec();
        Files.createDirectories(spec.stateDir());
        return hyperv.detach(spec, Reporter.silent()).vm();
    }

    @Test
    void namesWithQuotesSpacesAndEmojiReachHyperVAsTheyAre() throws Exception {
        DetachedVm vm = start();
        String place = folder.resolve(AWKWARD).toString().replace("\"", "\\\"");

        assertThat(shell.requests())
                .containsExactly("{\"action\": \"create\", \"name\": \"lamina-web\", \"notes\": \"lamina:" + place
                        + "/state\", \"memory\": 536870912, \"cpus\": 1, \"drives\": [{\"kind\": \"disk\", \"path\": \""
                        + place
                        + "/disk.vhdx\"}], \"switch\": \"c08cb7b8-9b3c-408e-8e30-5e16a3aeb444\"}");
        assertThat(vm)
                .isEqualTo(new DetachedVm(
                        "web",
                        0,
                        folder.resolve(AWKWARD).resolve("state/hyperv"),
                        folder.resolve(AWKWARD).resolve("state/console.log"),
                        Accelerator.WHPX));
        assertThat(vm.sockets().resolve("machine.json"))
                .hasContent("{\"id\":\"" + ID + "\",\"pipe\":\"\\\\\\\\.\\\\pipe\\\\lamina-" + ID + "-com1\"}");
    }

    @Test
    void theScriptIsAlwaysTheSame() throws IOException {
        List<String> argv = PowerShell.command("powershell.exe").argv();

        assertThat(argv).startsWith("powershell.exe", "-NoProfile", "-NonInteractive", "-EncodedCommand");
        byte[] script = Base64.getDecoder().decode(argv.getLast());
        assertThat(new String(script, StandardCharsets.UTF_16LE)).isEqualTo(Files.readString(SCRIPT));
        // Windows takes 32,767 characters in all.
        assertThat(argv.getLast()).hasSizeLessThan(30_000);
    }

    @Test
    void requestsAreGolden() {
        VmSpec disk = SpecTable.spec(new BootMedia.DiskImage(Arch.AMD64, Path.of("/i/disk.vhdx"), DiskFormat.VHDX));
        VmSpec cd = SpecTable.spec(new BootMedia.Cd(Arch.AMD64, Path.of("/i/ü'.iso")))
                .withMemory(1025 * VmSpec.MIB)
                .withCpus(4)
                .withDisks(List.of(new Disk(Path.of("/d/a.vhd"), DiskFormat.VHD, false)))
                .withEquipment(
                        Equipment.NONE.withCds(List.of(Path.of("/d/data.iso"))).withMac("52:54:00:00:00:0a"));
        VmSpec lonely = disk.withEquipment(Equipment.NONE.withNetwork(new Network.None()));

        Golden.assertMatches(
                "hyperv/requests.txt",
                String.join(
                        "\n",
                        BackgroundMachines.commandLine(disk).argv().getLast(),
                        BackgroundMachines.commandLine(cd).argv().getLast(),
                        BackgroundMachines.commandLine(lonely).argv().getLast(),
                        ""));
    }

    @Test
    void aMachineInTheBackgroundIsFoundStoppedAndForgotten() throws Exception {
        DetachedVm vm = start();

        assertThat(background(vm).runs()).isTrue();
        background(vm).stop(Duration.ofSeconds(20));

        assertThat(shell.requests().getLast())
                .isEqualTo("{\"action\": \"stop\", \"id\": \"" + ID + "\", \"grace\": 20}");
        assertThat(shell.machines()).isEqualTo("{}");
        assertThat(hyperv.background(vm)).isEmpty();
    }

    @Test
    void oneThatHasEndedIsClearedUp() throws Exception {
        DetachedVm vm = start();
        shell.put("machines.json", shell.machines().replace("Running", "Off"));

        assertThat(background(vm).runs()).isFalse();
        background(vm).kill();

        assertThat(shell.machines()).isEqualTo("{}");
        assertThat(vm.sockets()).doesNotExist();
    }

    @Test
    void oneOfTheSameFolderIsReplaced() throws Exception {
        start();
        shell.put("next", "2");
        start();

        assertThat(shell.machines()).contains("000000000002").doesNotContain("000000000001");
    }

    @Test
    void oneCanBeWatchedAndHeld() throws Exception {
        DetachedVm vm = start();
        try (AttachedVm attached = background(vm).attach()) {
            assertThat(attached.state()).isEqualTo(VmState.RUNNING);
            attached.pause();
            assertThat(attached.state()).isEqualTo(VmState.PAUSED);
            attached.resume();
            assertThat(attached.state()).isEqualTo(VmState.RUNNING);

            List<String> seen = new CopyOnWriteArrayList<>();
            attached.console()
                    .listen((bytes, offset, length) ->
                            seen.add(new String(bytes, offset, length, StandardCharsets.UTF_8)));
            attached.console().write(new byte[] {'k'});
            assertThat(pipe.typed()).isEqualTo('k');
            pipe.print("login: ".getBytes(StandardCharsets.UTF_8));
            while (seen.isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(seen).containsExactly("login: ");
            assertThatThrownBy(attached::snapshots)
                    .isInstanceOf(InputException.class)
                    .hasMessage("Hyper-V keeps no snapshots");
        }
        assertThat(vm.consoleLog()).hasContent("login: ");
    }

    @Test
    void withoutTheDefaultSwitchThereIsAWarning() throws Exception {
        shell.put("no-switch", "");
        List<Progress> told = new CopyOnWriteArrayList<>();
        VmSpec spec = spec();
        hyperv.detach(spec, new Reporter(told::add, () -> false));

        assertThat(told)
                .containsExactly(new Progress.Note(
                        Progress.Level.WARNING,
                        "the machine has no network: Hyper-V's network 'Default Switch' is not there"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        CommandNotFoundException | The term 'Get-VM' … | this Windows has no Hyper-V for machines in the background
        AccessDenied,Microsoft.HyperV.PowerShell.Commands.NewVM | nein | this user may not run machines of Hyper-V
        OutOfMemory,Microsoft.HyperV.PowerShell.Commands.StartVM | x | there is not enough free memory
        InvalidParameter,Microsoft.HyperV.PowerShell.Commands.NewVM | Der Name ist zu lang. | Der Name ist zu lang.
        """)
    void errorsAreToldApartByTheirIdentifiers(String error, String message, String reason) throws Exception {
        shell.put("failure", error + "\n" + message);
        VmSpec spec = spec();

        assertThatThrownBy(() -> hyperv.detach(spec, Reporter.silent()))
                .isInstanceOf(LaminaException.class)
                .hasMessage("Hyper-V cannot start a machine in the background: " + reason);
    }

    @Test
    void aMachineThatNobodyMayAskForIsTakenToBeThere() throws Exception {
        DetachedVm vm = start();
        shell.put("failure", "AccessDenied\nno");

        assertThat(background(vm).runs()).isTrue();
        assertThatThrownBy(() -> background(vm).kill())
                .hasMessageStartingWith("Hyper-V cannot end a machine in the background: ");
    }

    @Test
    void noAnswerIsAnError() throws Exception {
        shell.put("silent", "");
        VmSpec spec = spec();

        assertThatThrownBy(() -> hyperv.detach(spec, Reporter.silent()))
                .isInstanceOf(ExternalException.class)
                .hasMessage("Hyper-V cannot start a machine in the background: PowerShell gives no answer");
    }

    @Test
    void kernelsAndReadOnlyDisksAreNotForTheBackground() throws Exception {
        VmSpec kernel = SpecTable.spec(SpecTable.direct(Arch.AMD64, ""));
        VmSpec readOnly = spec().withDisks(List.of(new Disk(Path.of("/d/a.vhdx"), DiskFormat.VHDX, true)));

        assertThatThrownBy(() -> hyperv.detach(kernel, Reporter.silent()))
                .isInstanceOf(InputException.class)
                .hasMessage("Hyper-V boots machines that go on without Lamina from disks and CDs only");
        assertThatThrownBy(() -> hyperv.detach(readOnly, Reporter.silent()))
                .isInstanceOf(InputException.class)
                .hasMessage("Hyper-V has no read-only disks for machines that go on without Lamina");
    }

    @Test
    void aRecordThatSomebodyElseWroteIsNone() throws Exception {
        DetachedVm vm = start();
        Files.writeString(
                vm.sockets().resolve("machine.json"),
                "{\"id\":\"" + ID + "\",\"pipe\":\"\\\\\\\\.\\\\pipe\\\\docker_engine\"}");

        assertThat(hyperv.background(vm)).isEmpty();
    }
}
