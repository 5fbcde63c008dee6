package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControlException;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.guest.GuestEvents;
import dev.lamina.vmlaunch.guest.LineGuestControl;
import dev.lamina.vmlaunch.host.EventLog;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.process.GuardedProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A QEMU process and its four connections.
final class QemuMachine implements VmHandle {
    private static final Duration ANSWER = Duration.ofSeconds(5);

    /// How long a guest that has said nothing so far may take to show that it listens.
    private static final Duration FIRST_WORD = Duration.ofSeconds(2);
    private static final Duration NEGOTIATION = Duration.ofSeconds(20);

    /// For output that is still under way when the process has ended, and for a listener that is slow with it.
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

    private final VmSpec spec;
    private final Accelerator accelerator;
    private final CommandLine commandLine;
    private final GuardedProcess process;
    private final RuntimeDir folder;
    private final OutputStream log;
    private final SharedFolders shares;
    private final Map<Channels.Name, SocketStreams> streams;
    private final long begun = System.nanoTime();

    private final ConsoleHub console;
    private final LineGuestControl control;
    private final QmpClient monitor;
    private final EventLog events = new EventLog();
    private final Ending ending = new Ending();
    private final CompletableFuture<VmExit> exit = new CompletableFuture<>();
    private final Thread hook = new Thread(this::stopProcess, "stop-vm");
    private volatile VmState state = VmState.STARTING;

    QemuMachine(QemuLauncher.Attempt attempt, Map<Channels.Name, SocketStreams> streams) {
        this.spec = attempt.spec();
        this.accelerator = attempt.accelerator();
        this.commandLine = attempt.command();
        this.process = attempt.process();
        this.folder = attempt.folder();
        this.log = attempt.log();
        this.shares = attempt.shares();
        this.streams = streams;
        this.console =
                new ConsoleHub(spec.consoleLog(), stream(Channels.Name.CONSOLE).output());
        this.control = new LineGuestControl(
                stream(Channels.Name.CONTROL).input(),
                stream(Channels.Name.CONTROL).output());
        this.monitor = new QmpClient(
                stream(Channels.Name.MONITOR).input(),
                stream(Channels.Name.MONITOR).output(),
                this::onMonitorEvent);
    }

    private SocketStreams stream(Channels.Name name) {
        SocketStreams found = streams.get(name);
        if (found == null) {
            throw new IllegalStateException("no connection for " + name);
        }
        return found;
    }

    /// Listens on all channels, then lets the processor run.
    void begin() throws IOException {
        monitor.negotiate(NEGOTIATION);
        CompletableFuture<Void> output =
                pump("console", () -> console.pump(stream(Channels.Name.CONSOLE).input(), log));
        pump("guest-events", this::readGuestEvents);
        process.onExit().thenAcceptAsync(code -> {
            // Why it ended is the monitor's last word.
            CompletableFuture.allOf(output, monitor.onEnd())
                    .completeOnTimeout(null, LAST_OUTPUT.toMillis(), TimeUnit.MILLISECONDS)
                    .handle((done, failure) -> code)
                    .join();
            finish(code);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        enter(VmState.RUNNING);
        monitor.execute("cont", ANSWER);
    }

    private interface Work {
        void run() throws IOException;
    }

    private static CompletableFuture<Void> pump(String name, Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private void readGuestEvents() throws IOException {
        new GuestEvents(stream(Channels.Name.EVENTS).input(), this::age)
                .forEach(event -> events.publish(new VmEvent.Guest(event)));
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void onMonitorEvent(QmpClient.Event event) {
        switch (event.name()) {
            case "RESUME" -> enter(VmState.RUNNING);
            case "STOP" -> Thread.ofVirtual().start(this::onStop);
            case "RESET" -> events.publish(new VmEvent.Reset());
            case "GUEST_PANICKED" -> {
                ending.guestPanicked();
                events.publish(new VmEvent.Panicked());
            }
            case "SHUTDOWN" -> {
                ending.shutdown(event.data().path("guest").asBoolean(false));
                enter(VmState.STOPPING);
            }
            default -> {
                // The others are about devices.
            }
        }
    }

    /// A processor that the accelerator cannot run stops as well, and QEMU then waits forever.
    private void onStop() {
        try {
            String status =
                    monitor.execute("query-status", ANSWER).path("status").asString("");
            if (status.equals("internal-error")) {
                ending.acceleratorFailed();
                kill();
            } else if (status.equals("paused")) {
                enter(VmState.PAUSED);
            }
        } catch (IOException e) {
            // The machine is ending, which is reported when it has ended.
            enter(VmState.STOPPING);
        }
    }

    private synchronized void enter(VmState next) {
        boolean backwards = state == VmState.STOPPING && !next.isFinal();
        if (state != next && !state.isFinal() && !backwards) {
            state = next;
            events.publish(new VmEvent.StateChanged(next));
        }
    }

    private void finish(int code) {
        VmExit result = ending.exit(code, accelerator, process.output());
        streams.values().forEach(QemuLauncher::closeQuietly);
        QemuLauncher.closeQuietly(folder);
        shares.close();
        control.close();
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
        }
    }

    private void stopProcess() {
        ending.stopped();
        process.stop();
    }

    /// Whether the machine ended because its accelerator cannot run it.
    boolean acceleratorFailed() {
        return ending.isAcceleratorFailed();
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public VmState state() {
        return state;
    }

    @Override
    public Accelerator accelerator() {
        return accelerator;
    }

    @Override
    public CommandLine commandLine() {
        return commandLine;
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
        askGuest(grace);
        Optional<VmExit> done = waitForExit(grace);
        if (done.isPresent()) {
            return done.get();
        }
        quit();
        Optional<VmExit> ended = waitForExit(ANSWER);
        if (ended.isPresent()) {
            return ended.get();
        }
        kill();
        return waitForExit();
    }

    /// By the control channel when an agent answers there, and by the power button otherwise.
    /// A guest that is still starting may not hear its button yet, but the control channel keeps what it is told.
    private void askGuest(Duration grace) {
        try {
            if (control.hasSpoken() || control.awaitReady(min(grace, FIRST_WORD))) {
                control.powerOff(grace);
                return;
            }
        } catch (GuestControlException e) {
            // The button is for guests that do not listen.
        }
        tell("system_powerdown");
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private void quit() {
        ending.stopped();
        tell("quit");
    }

    private void tell(String command) {
        try {
            monitor.execute(command, ANSWER);
        } catch (IOException e) {
            // The machine has ended or ends, or the next step is harder.
        }
    }

    @Override
    public void kill() {
        ending.stopped();
        process.kill();
    }

    @Override
    public void close() {
        if (!exit.isDone()) {
            quit();
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
