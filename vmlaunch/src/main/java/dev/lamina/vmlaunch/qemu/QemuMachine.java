package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Snapshots;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.guest.LineGuestControl;
import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.RuntimeDir;
import dev.lamina.vmlaunch.machine.ProcessOutput;
import dev.lamina.vmlaunch.machine.RunningMachine;
import dev.lamina.vmlaunch.process.GuardedProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A QEMU process and its four connections.
final class QemuMachine extends RunningMachine {
    private static final Duration NEGOTIATION = Duration.ofSeconds(20);

    private final GuardedProcess process;
    private final RuntimeDir folder;
    private final OutputStream log;
    private final HelperPrograms helpers;
    private final QemuStreams streams;
    private final ConsoleHub console;
    private final LineGuestControl control;
    private final GuestTelling telling;
    private final QmpClient monitor;
    private final QemuSnapshots snapshots;
    private final Ending ending = new Ending();

    static QemuMachine of(QemuLauncher.Attempt attempt, QemuStreams streams) {
        ConsoleHub console = new ConsoleHub(
                attempt.spec().consoleLog(), streams.of(Channels.Name.CONSOLE).output());
        LineGuestControl control = new LineGuestControl(
                streams.of(Channels.Name.CONTROL).input(),
                streams.of(Channels.Name.CONTROL).output());
        return new QemuMachine(attempt, streams, console, control);
    }

    private QemuMachine(
            QemuLauncher.Attempt attempt, QemuStreams streams, ConsoleHub console, LineGuestControl control) {
        super(new Identity("QEMU", attempt.spec().name(), attempt.accelerator(), attempt.command()), console, control);
        this.process = attempt.process();
        this.folder = attempt.folder();
        this.log = attempt.log();
        this.helpers = attempt.helpers();
        this.streams = streams;
        this.console = console;
        this.control = control;
        this.telling = new GuestTelling(streams.of(Channels.Name.EVENTS).input(), control, this::age, this::publish);
        this.monitor = new QmpClient(
                streams.of(Channels.Name.MONITOR).input(),
                streams.of(Channels.Name.MONITOR).output(),
                this::onMonitorEvent);
        this.snapshots =
                new QemuSnapshots(monitor, SnapshotFile.beside(attempt.spec().consoleLog()), telling::setBack);
    }

    /// Listens on all channels, then lets the processor run.
    void begin() throws IOException {
        monitor.negotiate(NEGOTIATION);
        CompletableFuture<Void> output = Pump.start(
                "console", () -> console.pump(streams.of(Channels.Name.CONSOLE).input(), log));
        telling.begin();
        // Why it ended is the monitor's last word.
        ProcessOutput.onEnd(process.onExit(), CompletableFuture.allOf(output, monitor.onEnd()), this::finish);
        running();
        monitor.execute("cont");
    }

    private void onMonitorEvent(QmpClient.Event event) {
        switch (event.name()) {
            case "RESUME" -> enter(VmState.RUNNING);
            case "STOP" -> Thread.ofVirtual().start(this::onStop);
            case "RESET" -> publish(new VmEvent.Reset());
            case "GUEST_PANICKED" -> {
                ending.guestPanicked();
                publish(new VmEvent.Panicked());
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
            String status = monitor.execute("query-status").path("status").asString("");
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

    private void finish(int code) {
        VmExit result = ending.exit(code, accelerator(), process.output());
        streams.close();
        Quietly.close(folder);
        helpers.close();
        control.close();
        ended(result);
    }

    /// Whether the machine ended because its accelerator cannot run it.
    boolean acceleratorFailed() {
        return ending.isAcceleratorFailed();
    }

    @Override
    public Optional<Path> runtimeFolder() {
        return Optional.of(folder.path());
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    /// Returns when the processors stand still. The event comes a moment later, and may come after an end.
    @Override
    public void pause() {
        order("stop");
        enter(VmState.PAUSED);
    }

    @Override
    public void resume() {
        order("cont");
        enter(VmState.RUNNING);
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    private void order(String command) {
        try {
            monitor.execute(command);
        } catch (IOException e) {
            throw new ExternalException("the machine " + name() + " does not answer: " + e.getMessage(), null, e);
        }
    }

    /// One that is held hears nothing.
    @Override
    protected void askGuest(Duration grace) {
        if (state() == VmState.PAUSED) {
            tell("cont");
        }
        if (!PowerOff.isAccepted(control, grace)) {
            tell("system_powerdown");
        }
    }

    @Override
    protected void end() {
        ending.stopped();
        tell("quit");
    }

    private void tell(String command) {
        try {
            monitor.execute(command);
        } catch (IOException e) {
            // The machine has ended or ends, or the next step is harder.
        }
    }

    @Override
    protected void abandon() {
        ending.stopped();
        process.stop();
    }

    @Override
    public void kill() {
        ending.stopped();
        process.kill();
    }
}
