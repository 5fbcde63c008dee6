package dev.lamina.vmlaunch.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.ConsoleWatcher;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every hypervisor promises, to be tried with each.
public abstract class HypervisorContract {
    protected static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    protected Path folder;

    private Path runtime;
    private Hypervisor hypervisor;

    /// @param runtime to be used for sockets, as `XDG_RUNTIME_DIR`
    protected abstract Hypervisor create(Path runtime) throws IOException;

    /// A machine for such media.
    protected abstract VmSpec machine(BootMedia media, Path stateDir);

    /// The same, whose guest does not hear its power button.
    protected abstract VmSpec deaf(VmSpec spec);

    /// How many folders of its own a machine that runs has.
    protected int runtimeFolders() {
        return 1;
    }

    /// A guest that prints the text, echoes what is typed, powers off at the key `q`, and has no agent.
    protected abstract BootMedia printing(Path folder, String text) throws IOException;

    @BeforeEach
    final void create() throws IOException {
        runtime = Files.createDirectory(folder.resolve("run"));
        hypervisor = create(runtime);
    }

    private VmSpec spec(String text) throws IOException {
        return machine(printing(folder, text), folder.resolve("state"));
    }

    private VmHandle start(String text) throws IOException {
        return hypervisor.start(spec(text), Reporter.silent());
    }

    @Test
    protected final void probesTellWhatToDoWhenTheyFail() {
        for (Arch arch : Arch.values()) {
            Availability answer = hypervisor.probe(arch);

            assertThat(answer.summary()).isNotBlank().doesNotContain("\n");
            assertThat(answer.usable() || answer.fix().isPresent()).isTrue();
        }
    }

    @Test
    protected final void whatIsShownIsWhatIsStarted() throws Exception {
        VmSpec spec = spec("up\r\n");
        List<String> shown = hypervisor.commandLine(spec).argv();
        try (VmHandle vm = hypervisor.start(spec, Reporter.silent())) {
            List<String> started = vm.commandLine().argv();

            assertThat(started).hasSameSizeAs(shown);
            for (int i = 1; i < shown.size(); i++) {
                if (!shown.get(i).contains("RUNTIME_")) {
                    assertThat(started.get(i)).isEqualTo(shown.get(i));
                }
            }
        }
    }

    @Test
    protected final void allOutputReachesTheLogAndTheEndIsTheLastEvent() throws Exception {
        List<VmEvent> events = new CopyOnWriteArrayList<>();
        VmSpec spec = spec("hello from the guest\r\n");
        try (VmHandle vm = hypervisor.start(spec, Reporter.silent())) {
            vm.onEvent(events::add);
            ConsoleWatcher.await(vm, "from the guest", SOON).orThrow();
            vm.console().write("ab\tc".getBytes(StandardCharsets.UTF_8));
            ConsoleWatcher.await(vm, "ab\tc", SOON).orThrow();
            vm.console().write(new byte[] {'q'});

            VmExit exit = vm.waitForExit(SOON).orElseThrow();

            assertThat(exit).isEqualTo(new VmExit(VmExit.Reason.POWERED_OFF, 0, "the guest powered off"));
            assertThat(vm.state()).isEqualTo(VmState.STOPPED);
            assertThat(vm.waitForExit()).isEqualTo(exit);
            assertThat(events.getFirst()).isEqualTo(new VmEvent.StateChanged(VmState.RUNNING));
            assertThat(events.subList(events.size() - 2, events.size()))
                    .containsExactly(new VmEvent.StateChanged(VmState.STOPPED), new VmEvent.Exited(exit));
        }
        assertThat(Files.readString(spec.consoleLog())).isEqualTo("hello from the guest\r\nab\tc");
    }

    @Test
    protected final void lateListenersGetWhatCameBefore() throws Exception {
        try (VmHandle vm = start("early bytes\r\n")) {
            ConsoleWatcher.await(vm, "early bytes", SOON).orThrow();

            assertThat(ConsoleWatcher.await(vm, "early bytes", Duration.ofMillis(100))
                            .seen())
                    .isTrue();
            List<VmEvent> events = new CopyOnWriteArrayList<>();
            vm.kill();
            assertThat(vm.waitForExit(SOON)).isPresent();
            vm.onEvent(events::add);
            assertThat(events).startsWith(new VmEvent.StateChanged(VmState.RUNNING));
            assertThat(events.getLast()).isInstanceOf(VmEvent.Exited.class);
        }
    }

    @Test
    protected final void aKilledMachineLeavesNothingBehind() throws Exception {
        try (VmHandle vm = start("up\r\n")) {
            assertThat(entries(runtime)).hasSize(runtimeFolders());
            vm.kill();
            vm.kill();

            assertThat(vm.waitForExit(SOON).orElseThrow().reason()).isEqualTo(VmExit.Reason.STOPPED);
            assertThatThrownBy(() -> vm.console().write(new byte[] {'x'})).isInstanceOf(IOException.class);
        }
        assertThat(entries(runtime)).isEmpty();
    }

    @Test
    protected final void aGuestThatDoesNotHearItsButtonIsStopped() throws Exception {
        try (VmHandle vm = hypervisor.start(deaf(spec("deaf\r\n")), Reporter.silent())) {
            assertThat(vm.shutdown(Duration.ofMillis(200)).reason()).isEqualTo(VmExit.Reason.STOPPED);
            assertThat(vm.shutdown(Duration.ofMillis(200)).reason()).isEqualTo(VmExit.Reason.STOPPED);
            assertThat(vm.state()).isEqualTo(VmState.STOPPED);
        }
        assertThat(entries(runtime)).isEmpty();
    }

    @Test
    protected final void closingEndsTheMachineAndMayBeRepeated() throws Exception {
        VmHandle vm = start("up\r\n");
        vm.close();
        vm.close();

        assertThat(vm.waitForExit(Duration.ZERO).orElseThrow().reason()).isEqualTo(VmExit.Reason.STOPPED);
        assertThat(entries(runtime)).isEmpty();
    }

    @Test
    protected final void aMachineThatIsHeldStandsStillUntilItIsLetGo() throws Exception {
        if (!hypervisor.features().contains(Feature.PAUSE)) {
            return; // whatAHypervisorCannotItRefuses
        }
        List<VmEvent> events = new CopyOnWriteArrayList<>();
        try (VmHandle vm = start("up\r\n")) {
            ConsoleWatcher.await(vm, "up", SOON).orThrow();
            vm.onEvent(events::add);
            vm.pause();
            vm.pause();
            assertThat(vm.state()).isEqualTo(VmState.PAUSED);
            vm.console().write(new byte[] {'y'});
            assertThat(ConsoleWatcher.await(vm, "y", Duration.ofMillis(300)).seen())
                    .isFalse();

            vm.resume();
            vm.resume();

            ConsoleWatcher.await(vm, "y", SOON).orThrow();
            assertThat(vm.state()).isEqualTo(VmState.RUNNING);
            vm.console().write(new byte[] {'q'});
            assertThat(vm.waitForExit(SOON)).isPresent();
            assertThat(events)
                    .filteredOn(VmEvent.StateChanged.class::isInstance)
                    .startsWith(
                            new VmEvent.StateChanged(VmState.RUNNING),
                            new VmEvent.StateChanged(VmState.PAUSED),
                            new VmEvent.StateChanged(VmState.RUNNING));
        }
    }

    @Test
    protected final void aMachineThatIsHeldCanBeEnded() throws Exception {
        if (!hypervisor.features().contains(Feature.PAUSE)) {
            return; // whatAHypervisorCannotItRefuses
        }
        try (VmHandle vm = start("up\r\n")) {
            vm.pause();

            assertThat(vm.shutdown(Duration.ofMillis(200)).failed()).isFalse();
        }
    }

    @Test
    protected final void whatAHypervisorCannotItRefuses() throws Exception {
        try (VmHandle vm = start("up\r\n")) {
            if (!hypervisor.features().contains(Feature.PAUSE)) {
                assertThatThrownBy(vm::pause)
                        .isInstanceOf(InputException.class)
                        .hasMessage(hypervisor.title() + " cannot pause a machine");
            }
            if (!hypervisor.features().contains(Feature.SNAPSHOTS)) {
                assertThatThrownBy(vm::snapshots)
                        .isInstanceOf(InputException.class)
                        .hasMessage(hypervisor.title() + " keeps no snapshots");
            }
            if (!hypervisor.features().contains(Feature.BACKGROUND)) {
                assertThatThrownBy(() -> hypervisor.detach(spec(""), Reporter.silent()))
                        .isInstanceOf(InputException.class)
                        .hasMessage("a machine of " + hypervisor.title() + " does not go on without Lamina");
            }
        }
    }

    @Test
    protected final void twoMachinesRunAtOnce() throws Exception {
        VmSpec one = machine(printing(folder, "both\r\n"), folder.resolve("one"));
        VmSpec two = machine(printing(folder, "both\r\n"), folder.resolve("two"));
        try (VmHandle first = hypervisor.start(one, Reporter.silent());
                VmHandle second = hypervisor.start(two, Reporter.silent())) {
            first.console().write(new byte[] {'1'});
            second.console().write(new byte[] {'2'});

            ConsoleWatcher.await(first, "both\r\n1", SOON).orThrow();
            ConsoleWatcher.await(second, "both\r\n2", SOON).orThrow();
        }
    }

    @Test
    protected final void aGuestWithoutAnAgentIsNotReadyAndRefuses() throws Exception {
        try (VmHandle vm = start("up\r\n")) {
            assertThat(vm.control().awaitReady(Duration.ofMillis(100))).isFalse();
            assertThatThrownBy(() -> vm.control().exec(List.of("true"), Duration.ofMillis(100)))
                    .isInstanceOf(GuestControlException.class)
                    .hasMessageStartingWith("the guest did not answer 'exec");
        }
    }

    @Test
    protected final void aMissingKernelIsAnErrorOfTheInput() throws Exception {
        BootMedia gone = new BootMedia.KernelInitrd(
                printing(folder, "").arch(), folder.resolve("no-kernel"), Optional.empty(), "");

        assertThatThrownBy(() -> hypervisor.start(machine(gone, folder.resolve("state")), Reporter.silent()))
                .isInstanceOf(InputException.class)
                .hasMessage("there is no kernel " + folder.resolve("no-kernel"));
        assertThat(entries(runtime)).isEmpty();
    }

    @Test
    protected final void aLogThatCannotBeWrittenIsNamed() throws Exception {
        VmSpec spec = spec("");
        Path log = Files.createDirectories(spec.consoleLog());

        assertThatThrownBy(() -> hypervisor.start(spec, Reporter.silent()))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageStartingWith("the console log " + log + " cannot be written");
        assertThat(entries(runtime)).isEmpty();
    }

    @Test
    protected final void whatWasCancelledDoesNotStart() throws Exception {
        VmSpec spec = spec("");

        assertThatThrownBy(() -> hypervisor.start(spec, new Reporter(progress -> {}, () -> true)))
                .isInstanceOf(CancelledException.class);
        assertThat(entries(runtime)).isEmpty();
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }
}
