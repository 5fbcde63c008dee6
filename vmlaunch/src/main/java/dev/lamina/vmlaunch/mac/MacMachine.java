package dev.lamina.vmlaunch.mac;

import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.guest.ConsoleEvents;
import dev.lamina.vmlaunch.host.EventLog;
import dev.lamina.vmlaunch.natives.PtyDevice;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A hypervisor's process with a console on a pseudo-terminal, and no other connection: the guest's events
/// come out of what it prints.
final class MacMachine implements VmHandle {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// For output that is still under way when the process has ended, and for a listener that is slow with
    /// it.
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

    private final MacLauncher.Attempt attempt;
    private final PtyDevice device;
    private final ConsoleHub console;
    private final GuestControl control;
    private final EventLog events = new EventLog();
    private final CompletableFuture<VmExit> exit = new CompletableFuture<>();
    private final Thread hook = new Thread(this::stopProcess, "stop-vm");
    private final long begun = System.nanoTime();
    private volatile boolean stopped;
    private volatile VmState state = VmState.STARTING;

    MacMachine(MacLauncher.Attempt attempt, PtyDevice device) {
        this.attempt = attempt;
        this.device = device;
        this.console = new ConsoleHub(attempt.spec().consoleLog(), device.output());
        this.control = new NoGuestControl(attempt.program().name());
    }

    /// Listens, then waits for the end in the background.
    void begin() {
        console.listen(new ConsoleEvents(this::age, event -> events.publish(new VmEvent.Guest(event))));
        enter(VmState.RUNNING);
        CompletableFuture<Void> output = new CompletableFuture<>();
        // Waiting for a terminal holds a thread of the system, so this is no virtual one.
        Thread.ofPlatform().daemon().name("console").start(() -> readConsole(output));
        attempt.process().onExit().thenAcceptAsync(code -> {
            output.completeOnTimeout(null, LAST_OUTPUT.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            finish(code);
        });
        Runtime.getRuntime().addShutdownHook(hook);
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

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private synchronized void enter(VmState next) {
        boolean backwards = state == VmState.STOPPING && !next.isFinal();
        if (state != next && !state.isFinal() && !backwards) {
            state = next;
            events.publish(new VmEvent.StateChanged(next));
        }
    }

    private void finish(int code) {
        VmExit result = result(code);
        device.close();
        Quietly.close(attempt.folder());
        enter(result.failed() ? VmState.FAILED : VmState.STOPPED);
        events.publish(new VmEvent.Exited(result));
        events.close();
        removeHook();
        exit.complete(result);
    }

    private VmExit result(int code) {
        if (stopped) {
            return new VmExit(VmExit.Reason.STOPPED, code, "the machine was stopped");
        }
        if (code == 0) {
            return new VmExit(VmExit.Reason.POWERED_OFF, code, "the guest powered off");
        }
        String said = LastWords.of(attempt.process().output());
        String plain = attempt.program().name() + " ended with exit code " + code + (said.isEmpty() ? "" : ": " + said);
        return new VmExit(
                VmExit.Reason.FAILED, code, attempt.program().meaning(code).orElse(plain));
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is ending and runs the hook itself.
            return;
        }
    }

    private void stopProcess() {
        stopped = true;
        attempt.process().stop();
    }

    @Override
    public String name() {
        return attempt.spec().name();
    }

    @Override
    public VmState state() {
        return state;
    }

    @Override
    public Accelerator accelerator() {
        return Accelerator.HVF;
    }

    @Override
    public CommandLine commandLine() {
        return attempt.command();
    }

    @Override
    public Console console() {
        return console;
    }

    @Override
    public GuestControl control() {
        return control;
    }

    @Override
    public Subscription onEvent(Consumer<VmEvent> listener) {
        return events.listen(listener);
    }

    @Override
    public VmExit waitForExit() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<VmExit> waitForExit(Duration timeout) throws InterruptedException {
        try {
            return Optional.of(exit.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public VmExit shutdown(Duration grace) throws InterruptedException {
        enter(VmState.STOPPING);
        pressPower();
        Optional<VmExit> done = waitForExit(grace);
        if (done.isPresent()) {
            return done.get();
        }
        close();
        return waitForExit();
    }

    private void pressPower() {
        try {
            attempt.program().pressPower(attempt.process(), attempt.folder().path());
        } catch (IOException e) {
            // The machine has ended or ends, or the next step is harder.
            return;
        }
    }

    @Override
    public void kill() {
        stopped = true;
        attempt.process().kill();
    }

    @Override
    public void close() {
        if (!exit.isDone()) {
            stopProcess();
        }
        try {
            if (waitForExit(ANSWER).isEmpty()) {
                kill();
                waitForExit(ANSWER);
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
