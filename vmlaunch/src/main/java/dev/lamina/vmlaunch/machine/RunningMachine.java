package dev.lamina.vmlaunch.machine;

import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.Snapshots;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.host.EventLog;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// What all machines do alike, whatever runs them: where they are in their life, their events in order, waiting for
/// their end and bringing it about. A machine ends with Lamina, however Lamina ends.
public abstract class RunningMachine implements VmHandle {
    /// For a hypervisor to do what it was told.
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Identity identity;
    private final Console console;
    private final GuestControl control;
    private final EventLog events = new EventLog();
    private final CompletableFuture<VmExit> exit = new CompletableFuture<>();
    private final Thread hook = new Thread(this::abandon, "stop-vm");
    private final long begun = System.nanoTime();
    private volatile VmState state = VmState.STARTING;

    /// What a machine was started as.
    ///
    /// @param hypervisor as people write it
    public record Identity(String hypervisor, String name, Accelerator accelerator, CommandLine commandLine) {}

    protected RunningMachine(Identity identity, Console console, GuestControl control) {
        this.identity = identity;
        this.console = console;
        this.control = control;
    }

    /// Asks the guest to power off. Does not wait until it has.
    protected abstract void askGuest(Duration grace);

    /// Tells the hypervisor to end the machine. Does not wait until it has.
    protected abstract void end();

    /// Ends the machine because this process ends.
    protected abstract void abandon();

    /// To be called once the machine is connected. It may have ended meanwhile.
    protected final synchronized void running() {
        if (!state.isFinal()) {
            Runtime.getRuntime().addShutdownHook(hook);
            enter(VmState.RUNNING);
        }
    }

    /// States go forwards alone, but for pauses.
    protected final synchronized void enter(VmState next) {
        boolean backwards = state == VmState.STOPPING && !next.isFinal();
        if (state != next && !state.isFinal() && !backwards) {
            state = next;
            events.publish(new VmEvent.StateChanged(next));
        }
    }

    protected final void publish(VmEvent event) {
        events.publish(event);
    }

    /// Since the machine was made.
    protected final Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// To be called when the machine has ended, its output was delivered, and what it needed is given back.
    protected final void ended(VmExit result) {
        enter(result.failed() ? VmState.FAILED : VmState.STOPPED);
        events.publish(new VmEvent.Exited(result));
        events.close();
        removeHook();
        exit.complete(result);
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // This process is ending and runs the hook itself.
            return;
        }
    }

    /// This hypervisor lacks it.
    protected final InputException lacks(String what) {
        return new Limits(identity.hypervisor()).lacks(what, Limits.QEMU);
    }

    @Override
    public final String name() {
        return identity.name();
    }

    @Override
    public final VmState state() {
        return state;
    }

    @Override
    public final Accelerator accelerator() {
        return identity.accelerator();
    }

    @Override
    public final CommandLine commandLine() {
        return identity.commandLine();
    }

    @Override
    public final Console console() {
        return console;
    }

    @Override
    public final GuestControl control() {
        return control;
    }

    @Override
    public final Subscription onEvent(Consumer<VmEvent> listener) {
        return events.listen(listener);
    }

    @Override
    public void pause() {
        throw lacks("cannot pause a machine");
    }

    @Override
    public void resume() {
        throw lacks("cannot pause a machine");
    }

    @Override
    public Snapshots snapshots() {
        throw lacks("keeps no snapshots");
    }

    @Override
    public final VmExit waitForExit() throws InterruptedException {
        try {
            return exit.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final Optional<VmExit> waitForExit(Duration timeout) throws InterruptedException {
        try {
            return Optional.of(exit.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final VmExit shutdown(Duration grace) throws InterruptedException {
        askGuest(grace);
        Optional<VmExit> done = waitForExit(grace);
        if (done.isPresent()) {
            return done.get();
        }
        end();
        Optional<VmExit> ended = waitForExit(ANSWER);
        if (ended.isPresent()) {
            return ended.get();
        }
        kill();
        return waitForExit();
    }

    @Override
    public final void close() {
        if (!exit.isDone()) {
            end();
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
