package dev.lamina.vmlaunch.mac;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.guest.ConsoleEvents;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.machine.NoGuestControl;
import dev.lamina.vmlaunch.machine.ProcessOutput;
import dev.lamina.vmlaunch.machine.RunningMachine;
import dev.lamina.vmlaunch.natives.PtyDevice;
import dev.lamina.vmlaunch.process.SafeWords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A hypervisor's process with a console on a pseudo-terminal, and no other connection: the guest's events
/// come out of what it prints.
final class MacMachine extends RunningMachine {
    private final MacLauncher.Attempt attempt;
    private final PtyDevice device;
    private final ConsoleHub console;
    private volatile boolean stopped;

    static MacMachine of(MacLauncher.Attempt attempt, PtyDevice device) {
        return new MacMachine(attempt, device, new ConsoleHub(attempt.spec().consoleLog(), device.output()));
    }

    private MacMachine(MacLauncher.Attempt attempt, PtyDevice device, ConsoleHub console) {
        super(
                new Identity(attempt.program().name(), attempt.spec().name(), Accelerator.HVF, attempt.command()),
                console,
                new NoGuestControl(attempt.program().name()));
        this.attempt = attempt;
        this.device = device;
        this.console = console;
    }

    /// Listens, then waits for the end in the background.
    void begin() {
        console.listen(new ConsoleEvents(this::age, event -> publish(new VmEvent.Guest(event))));
        CompletableFuture<Void> output = new CompletableFuture<>();
        running();
        // Waiting for a terminal holds a thread of the system, so this is no virtual one.
        Thread.ofPlatform().daemon().name("console").start(() -> readConsole(output));
        ProcessOutput.onEnd(attempt.process().onExit(), output, this::finish);
    }

    private void readConsole(CompletableFuture<Void> done) {
        try {
            console.pump(device.input(), attempt.log());
        } catch (IOException e) {
            // The terminal fails when the machine ends, which is reported when it has ended.
            return;
        } finally {
            done.complete(null);
        }
    }

    private void finish(int code) {
        VmExit result = result(code);
        device.close();
        Quietly.close(attempt.folder());
        ended(result);
    }

    private VmExit result(int code) {
        if (stopped) {
            return new VmExit(VmExit.Reason.STOPPED, code, "the machine was stopped");
        }
        if (code == 0) {
            return new VmExit(VmExit.Reason.POWERED_OFF, code, "the guest powered off");
        }
        String plain = SafeWords.append(
                attempt.program().name() + " ended with exit code " + code,
                SafeWords.last(attempt.process().output()));
        return new VmExit(
                VmExit.Reason.FAILED, code, attempt.program().meaning(code).orElse(plain));
    }

    @Override
    public Optional<Path> runtimeFolder() {
        return Optional.of(attempt.folder().path());
    }

    @Override
    public Set<Feature> features() {
        return attempt.program().canPause() ? Set.of(Feature.PAUSE) : Set.of();
    }

    @Override
    public void pause() {
        hold(true);
        enter(VmState.PAUSED);
    }

    @Override
    public void resume() {
        hold(false);
        enter(VmState.RUNNING);
    }

    private void hold(boolean held) {
        if (!attempt.program().canPause()) {
            throw lacks("cannot pause a machine");
        }
        try {
            attempt.program().hold(attempt.folder().path(), held);
        } catch (IOException e) {
            throw new ExternalException(
                    "the machine " + name() + " does not " + (held ? "stop" : "go on") + ": " + e.getMessage(),
                    null,
                    e);
        }
    }

    @Override
    protected void askGuest(Duration grace) {
        boolean held = state() == VmState.PAUSED;
        enter(VmState.STOPPING);
        try {
            if (held) {
                attempt.program().hold(attempt.folder().path(), false);
            }
            attempt.program().pressPower(attempt.process(), attempt.folder().path());
        } catch (IOException e) {
            // The machine has ended or ends, or the next step is harder.
            return;
        }
    }

    @Override
    protected void end() {
        abandon();
    }

    @Override
    protected void abandon() {
        stopped = true;
        attempt.process().stop();
    }

    @Override
    public void kill() {
        stopped = true;
        attempt.process().kill();
    }
}
