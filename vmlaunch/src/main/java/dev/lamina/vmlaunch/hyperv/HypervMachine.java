package dev.lamina.vmlaunch.hyperv;

import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.FatalWatch;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.guest.ConsoleEvents;
import dev.lamina.vmlaunch.machine.NoGuestControl;
import dev.lamina.vmlaunch.machine.ProcessOutput;
import dev.lamina.vmlaunch.machine.RunningMachine;
import dev.lamina.vmlaunch.natives.HostCompute.ComputeSystem;
import dev.lamina.vmlaunch.natives.HostComputeException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A machine of the Host Compute Service, with a serial port and no other connection: the guest's events come out of
/// what it prints.
final class HypervMachine extends RunningMachine {
    /// Between two looks whether the service has forgotten to tell of the end.
    private static final Duration ROUND = Duration.ofMinutes(1);

    private static final Duration LAST_CHANCE = Duration.ofSeconds(3);

    /// The guest's integration service presses the power button.
    private static final String BUTTON = Properties.of("Mechanism", "IntegrationService")
            .and("Type", "Shutdown")
            .toString();

    /// Letting go of a machine ends it, too.
    private static final ExitDocument RELEASED = new ExitDocument(0, "ForcedExit");

    private final HypervLauncher.Making making;
    private final ComputeSystem system;
    private final SerialPort port;
    private final ConsoleHub console;
    private final CompletableFuture<Void> output = new CompletableFuture<>();
    private volatile boolean stopped;
    private volatile boolean released;
    private volatile Optional<String> crash = Optional.empty();

    static HypervMachine of(HypervLauncher.Making making, SerialPort port) {
        return new HypervMachine(
                making, port, new ConsoleHub(making.plan().spec().consoleLog(), port.keyboard()));
    }

    private HypervMachine(HypervLauncher.Making making, SerialPort port, ConsoleHub console) {
        super(
                new Identity(
                        "Hyper-V",
                        making.plan().spec().name(),
                        Accelerator.WHPX,
                        making.plan().commandLine()),
                console,
                new NoGuestControl("Hyper-V"));
        this.making = making;
        this.system = making.system();
        this.port = port;
        this.console = console;
    }

    /// Listens, then waits for the end in the background.
    void begin() {
        console.listen(new ConsoleEvents(this::age, event -> publish(new VmEvent.Guest(event))));
        console.listen(new FatalWatch(this::crashed));
        running();
        // Both wait inside of Windows, which holds a thread of the system.
        Thread.ofPlatform().daemon().name("console").start(this::readConsole);
        Thread.ofPlatform().daemon().name("hyperv-exit").start(this::awaitEnd);
    }

    /// A kernel that panics restarts its machine at once, and a restart ends this one as a power-off does.
    ///
    /// @param cause of the panic, as far as the console showed it
    private void crashed(BootFailure cause) {
        crash = Optional.of(cause.reason());
    }

    private void readConsole() {
        try {
            console.pump(port.screen(), making.log());
        } catch (IOException e) {
            // The pipe breaks when the machine ends, which is reported when it has ended.
            return;
        } finally {
            output.complete(null);
        }
    }

    private void awaitEnd() {
        try {
            Optional<String> document = Optional.empty();
            while (document.isEmpty() && !released) {
                document = system.awaitExit(ROUND);
            }
            ExitDocument exit = document.map(ExitDocument::parse).orElse(RELEASED);
            finish(() -> exit.exit(stopped, crash));
        } catch (HostComputeException e) {
            finish(() -> new VmExit(VmExit.Reason.FAILED, e.hresult(), Failures.reason(e)));
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }

    /// Its result is known when all that the guest printed was read.
    private interface Result {
        VmExit exit();
    }

    private void finish(Result result) {
        ProcessOutput.awaitRest(output);
        VmExit exit = result.exit();
        making.belongings().close();
        ended(exit);
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.PAUSE);
    }

    @Override
    public void pause() {
        hold("hold the machine", system::pause, VmState.PAUSED);
    }

    @Override
    public void resume() {
        hold("let the machine go on", system::resume, VmState.RUNNING);
    }

    /// Asking twice is no mistake.
    private void hold(String what, Runnable call, VmState then) {
        if (state() == then || state().isFinal()) {
            return;
        }
        Failures.explained(what, () -> {
            call.run();
            return then;
        });
        enter(then);
    }

    @Override
    protected void askGuest(Duration grace) {
        boolean held = state() == VmState.PAUSED;
        enter(VmState.STOPPING);
        inBackground("hyperv-button", () -> pressPower(held));
    }

    /// A guest that cannot be asked is not waited for.
    private void pressPower(boolean held) {
        try {
            if (held) {
                system.resume();
            }
            boolean known = making.plan().offered().knows(SchemaVersion.SHUTDOWN);
            system.shutDown(known ? BUTTON : "");
        } catch (HostComputeException e) {
            end();
        } catch (IllegalStateException e) {
            // It has ended meanwhile.
            return;
        }
    }

    @Override
    protected void end() {
        stopped = true;
        inBackground("hyperv-end", this::terminate);
    }

    private void terminate() {
        try {
            system.terminate();
        } catch (HostComputeException e) {
            if (Trouble.of(e.hresult())
                    .filter(Trouble.SYSTEM_ALREADY_STOPPED::equals)
                    .isEmpty()) {
                released = true;
                system.close();
            }
        } catch (IllegalStateException e) {
            // It has ended meanwhile.
            return;
        }
    }

    private static void inBackground(String name, Runnable call) {
        Thread.ofPlatform().daemon().name(name).start(call);
    }

    /// Windows ends the machine with this process; but the other end of its cable would stay.
    @Override
    protected void abandon() {
        end();
        try {
            waitForExit(LAST_CHANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void kill() {
        end();
    }
}
