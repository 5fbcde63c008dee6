package dev.lamina.app.studio.testing;

import dev.lamina.app.testing.FakeSnapshots;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// A machine of a test: nothing runs, and its guest answers what the test wants.
public final class FakeMachine implements VmHandle {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final FakeSnapshots snapshots = new FakeSnapshots();
    private final BiFunction<String, List<String>, GuestControl.ExecResult> answers;

    /// @param answers to commands in a service, or in the system when its name is empty
    public FakeMachine(BiFunction<String, List<String>, GuestControl.ExecResult> answers) {
        this.answers = answers;
    }

    /// What the guest was asked, e.g. `logs web`.
    public List<String> asked() {
        return new ArrayList<>(asked);
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public VmState state() {
        return VmState.RUNNING;
    }

    @Override
    public Accelerator accelerator() {
        return Accelerator.TCG;
    }

    @Override
    public CommandLine commandLine() {
        return new CommandLine(List.of("fake"));
    }

    @Override
    public Console console() {
        return new Console() {
            @Override
            public Path log() {
                return Path.of("console.log");
            }

            @Override
            public byte[] recent() {
                return new byte[0];
            }

            @Override
            public Subscription listen(Listener listener) {
                return () -> {};
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {}
        };
    }

    @Override
    public GuestControl control() {
        return new GuestControl() {
            @Override
            public boolean awaitReady(Duration timeout) {
                return true;
            }

            @Override
            public ExecResult exec(List<String> command, Duration timeout) {
                return execIn("", command, timeout);
            }

            @Override
            public ExecResult execIn(String service, List<String> command, Duration timeout) {
                asked.add("exec " + service);
                return answers.apply(service, command);
            }

            @Override
            public String logs(String component, Duration timeout) {
                asked.add("logs " + component);
                return answers.apply(component, List.of()).output();
            }

            @Override
            public void service(ServiceAction action, String name, Duration timeout) {
                asked.add(action + " " + name);
            }

            @Override
            public void powerOff(Duration timeout) {
                asked.add("poweroff");
            }
        };
    }

    @Override
    public Subscription onEvent(Consumer<VmEvent> listener) {
        return () -> {};
    }

    @Override
    public void pause() {
        asked.add("pause");
    }

    @Override
    public void resume() {
        asked.add("resume");
    }

    @Override
    public FakeSnapshots snapshots() {
        return snapshots;
    }

    @Override
    public VmExit waitForExit() {
        return new VmExit(VmExit.Reason.STOPPED, 0, "it was stopped");
    }

    @Override
    public Optional<VmExit> waitForExit(Duration timeout) {
        return Optional.of(waitForExit());
    }

    @Override
    public VmExit shutdown(Duration grace) {
        return waitForExit();
    }

    @Override
    public void kill() {}

    @Override
    public void close() {}
}
