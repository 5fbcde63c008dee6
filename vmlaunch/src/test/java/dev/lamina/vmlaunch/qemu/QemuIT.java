package dev.lamina.vmlaunch.qemu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.DiskFormat;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.ConsoleTextMissingException;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.Disk;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.PortBusyException;
import dev.lamina.vmlaunch.PublishedPort;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.WatchResult;
import dev.lamina.vmlaunch.host.HostSystem;
import dev.lamina.vmlaunch.process.ProcessRunner;
import dev.lamina.vmlaunch.testing.ChildJava;
import dev.lamina.vmlaunch.testing.TinyKernel;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Boots a tiny kernel in the real QEMU.
class QemuIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private QemuHypervisor qemu;

    @BeforeEach
    void setUp() {
        qemu = new QemuHypervisor(settings(Map.of()));
    }

    private QemuSettings settings(Map<String, String> extra) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(extra);
        return new QemuSettings(Optional.empty(), Optional.empty(), environment, folder.resolve("cache"));
    }

    private VmSpec tiny(String text) throws IOException {
        return VmSpec.of("tiny", TinyKernel.printing(folder, text), folder.resolve("state"))
                .withMemory(64 * VmSpec.MIB)
                .withAccelerator(AcceleratorChoice.TCG);
    }

    @Test
    void guestThatPowersOffEndsWithItsWholeOutputInTheLog() throws Exception {
        List<VmEvent> events = new CopyOnWriteArrayList<>();
        VmSpec spec = tiny("hello from the guest\r\n");
        try (VmHandle vm = qemu.start(spec, Reporter.silent())) {
            vm.onEvent(events::add);
            assertThat(ConsoleWatcher.await(vm, "from the guest", SOON).seen()).isTrue();
            vm.console().write("abcq".getBytes(StandardCharsets.UTF_8));

            assertThat(vm.waitForExit(SOON))
                    .contains(new VmExit(VmExit.Reason.POWERED_OFF, 0, "the guest powered off"));
            assertThat(vm.state()).isEqualTo(VmState.STOPPED);
            assertThat(vm.accelerator()).isEqualTo(Accelerator.TCG);
        }
        assertThat(Files.readString(spec.consoleLog())).isEqualTo("hello from the guest\r\nabc");
        assertThat(events)
                .containsExactly(
                        new VmEvent.StateChanged(VmState.RUNNING),
                        new VmEvent.StateChanged(VmState.STOPPING),
                        new VmEvent.StateChanged(VmState.STOPPED),
                        new VmEvent.Exited(new VmExit(VmExit.Reason.POWERED_OFF, 0, "the guest powered off")));
    }

    @Test
    void lateListenersGetWhatCameBefore() throws Exception {
        try (VmHandle vm = qemu.start(tiny("early bytes\r\n"), Reporter.silent())) {
            ConsoleWatcher.await(vm, "early bytes", SOON).orThrow();

            assertThat(ConsoleWatcher.await(vm, "early bytes", Duration.ofMillis(100))
                            .seen())
                    .isTrue();
        }
    }

    @Test
    void missingTextTellsTheLastLinesAndTheLikelyReason() throws Exception {
        try (VmHandle vm = qemu.start(
                tiny("\033[31mfine so far\033[0m\r\nKernel panic - not syncing: VFS: Unable to mount root fs\r\n"),
                Reporter.silent())) {
            WatchResult result = ConsoleWatcher.await(vm, "login:", SOON);

            assertThat(result.outcome()).isEqualTo(WatchResult.Outcome.FAILED);
            assertThatThrownBy(result::orThrow)
                    .isInstanceOf(ConsoleTextMissingException.class)
                    .hasMessageMatching("(?s)'login:' did not appear on the console: the guest failed after [0-9.]+ s; "
                            + "likely reason: the kernel found neither an initrd with /init nor a root file system\n"
                            + "last lines of the console:\n"
                            + "  \\| fine so far\n"
                            + "  \\| Kernel panic - not syncing: VFS: Unable to mount root fs\n"
                            + "what failed:\n"
                            + "  kernel: the kernel found neither an initrd with /init nor a root file system\n"
                            + "    seen: Kernel panic - not syncing: VFS: Unable to mount root fs\n"
                            + "    rule: SCH04 \\(lamina explain SCH04\\)\n"
                            + "    fix:  check that the composition has an init image");
        }
    }

    @Test
    void waitingEndsWithTheTimeOutOrWithTheMachine() throws Exception {
        try (VmHandle vm = qemu.start(tiny("up\r\n"), Reporter.silent())) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
            assertThat(ConsoleWatcher.await(vm, "login:", Duration.ofMillis(200))
                            .outcome())
                    .isEqualTo(WatchResult.Outcome.TIMEOUT);

            vm.console().write(new byte[] {'q'});
            assertThat(ConsoleWatcher.await(vm, "login:", SOON).outcome()).isEqualTo(WatchResult.Outcome.EXITED);
        }
    }

    @Test
    void guestThatDoesNotObeyIsStopped() throws Exception {
        try (VmHandle vm = qemu.start(tiny("deaf\r\n"), Reporter.silent())) {
            VmExit exit = vm.shutdown(Duration.ofMillis(300));

            assertThat(exit).isEqualTo(new VmExit(VmExit.Reason.STOPPED, 0, "the machine was stopped"));
        }
    }

    @Test
    void killedMachineLeavesNothingBehind() throws Exception {
        Path runtime = Files.createDirectory(folder.resolve("run"));
        QemuHypervisor here = new QemuHypervisor(settings(Map.of("XDG_RUNTIME_DIR", runtime.toString())));
        try (VmHandle vm = here.start(tiny("up\r\n"), Reporter.silent())) {
            assertThat(entries(runtime)).hasSize(1);
            vm.kill();

            assertThat(vm.waitForExit(SOON).orElseThrow().reason()).isEqualTo(VmExit.Reason.STOPPED);
            assertThatThrownBy(() -> vm.console().write(new byte[] {'x'})).isInstanceOf(IOException.class);
        }
        assertThat(entries(runtime)).isEmpty();
    }

    @Test
    void busyPortIsNamedBeforeAnythingStarts() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            VmSpec spec = tiny("").withPorts(List.of(PublishedPort.tcp(port, 80)));

            assertThatThrownBy(() -> qemu.start(spec, Reporter.silent()))
                    .isInstanceOf(PortBusyException.class)
                    .hasMessage("port 127.0.0.1:" + port + "/tcp is in use by another program");
        }
    }

    @Test
    void portThatIsTakenBehindOurBackIsNamedAsWell() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            VmSpec spec = tiny("").withPorts(List.of(PublishedPort.tcp(taken.getLocalPort(), 80)));
            Path program = Path.of("/usr/bin/qemu-system-x86_64");

            assertThatThrownBy(() -> launcher().launch(new QemuBinary(program, "", 0), spec, Accelerator.TCG))
                    .isInstanceOf(PortBusyException.class)
                    .hasMessage("port 127.0.0.1:" + taken.getLocalPort() + "/tcp is in use by another program");
        }
    }

    private static QemuLauncher launcher() {
        return new QemuLauncher(HostSystem.current(System.getenv()), new ProcessRunner());
    }

    @Test
    void moreMemoryThanTheHostHasIsRefused() throws Exception {
        VmSpec spec = tiny("").withMemory(1L << 50);

        assertThatThrownBy(() -> qemu.start(spec, Reporter.silent()))
                .isInstanceOf(NotEnoughMemoryException.class)
                .hasMessageMatching(
                        "the machine is to have 1073741824 MiB of memory, but only \\d+ MiB are available" + " here");
        assertThatThrownBy(() -> launcher()
                        .launch(new QemuBinary(Path.of("/usr/bin/qemu-system-x86_64"), "", 0), spec, Accelerator.TCG))
                .isInstanceOf(NotEnoughMemoryException.class)
                .hasMessage("the system refused 1073741824 MiB of memory for the machine");
    }

    @Test
    void diskOfAnotherFormatIsAnErrorOfTheInput() throws Exception {
        Path disk = Files.writeString(folder.resolve("a,b.qcow2"), "this is no qcow2");
        VmSpec spec = tiny("").withDisks(List.of(Disk.qcow2(disk)));

        assertThatThrownBy(() -> qemu.start(spec, Reporter.silent()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Image is not in qcow2 format");
    }

    @Test
    void machineWithDisksAndPortsStarts() throws Exception {
        Path disk = Files.write(folder.resolve("a,b.raw"), new byte[1 << 20]);
        VmSpec spec = tiny("disks\r\n").withDisks(List.of(Disk.raw(disk), new Disk(disk, DiskFormat.RAW, true)));
        VmSpec one = spec.withDisks(List.of(Disk.raw(disk))).withCpus(2);
        try (VmHandle vm = qemu.start(one, Reporter.silent())) {
            ConsoleWatcher.await(vm, "disks", SOON).orThrow();
        }
        assertThatThrownBy(() -> qemu.start(spec, Reporter.silent()))
                .hasMessage("a disk of the machine is in use by another one");
    }

    @Test
    void automaticChoiceIsTriedOnceAndRemembered() throws Exception {
        List<String> notes = new ArrayList<>();
        Reporter reporter = new Reporter(
                progress -> {
                    if (progress instanceof Progress.Started started) {
                        notes.add(started.label());
                    }
                },
                () -> false);
        VmSpec spec =
                tiny("Linux version 0\r\nKernel panic - not syncing: tiny\r\n").withAccelerator(AcceleratorChoice.AUTO);
        for (int i = 0; i < 2; i++) {
            try (VmHandle vm = qemu.start(spec, reporter)) {
                ConsoleWatcher.await(vm, "Linux version", SOON).orThrow();
            }
        }
        assertThat(notes).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void machineDiesWithAKilledProcess() throws Exception {
        Path runtime = Files.createDirectory(folder.resolve("run"));
        Path kernel = folder.resolve("kernel-folder");
        Files.createDirectory(kernel);
        TinyKernel.printing(kernel, "up\r\n");
        Process child = ChildJava.start(
                StartAndWait.class, List.of(kernel.toString()), Map.of("XDG_RUNTIME_DIR", runtime.toString()));
        ProcessHandle guard;
        try (InputStream output = child.getInputStream()) {
            assertThat(output.read()).isEqualTo('U');
            guard = child.children().findFirst().orElseThrow();
            assertThat(guard.children().map(vm -> vm.info().command().orElse("")))
                    .anyMatch(program -> program.contains("qemu-system"));
            child.destroyForcibly().waitFor();
        }
        // It ends when the machine has.
        guard.onExit().get(10, TimeUnit.SECONDS);
        assertThat(entries(runtime)).isEmpty();
    }

    /// The process to be killed.
    static final class StartAndWait {
        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            QemuHypervisor qemu = new QemuHypervisor(
                    new QemuSettings(Optional.empty(), Optional.empty(), System.getenv(), folder.resolve("cache")));
            VmSpec spec = VmSpec.of("tiny", TinyKernel.printing(folder, "up\r\n"), folder.resolve("state"))
                    .withMemory(64 * VmSpec.MIB)
                    .withAccelerator(AcceleratorChoice.TCG);
            VmHandle vm = qemu.start(spec, Reporter.silent());
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
            System.out.print('U');
            System.out.flush();
            vm.waitForExit();
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }
}
