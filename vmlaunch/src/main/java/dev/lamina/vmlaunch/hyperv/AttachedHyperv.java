package dev.lamina.vmlaunch.hyperv;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.ConsoleHub;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.Snapshots;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.machine.NoGuestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/// A machine in the background, by its serial port, which one may hold at a time. What the guest prints while
/// nobody does is lost.
final class AttachedHyperv implements AttachedVm {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DetachedVm vm;
    private final BackgroundRecord record;
    private final BackgroundMachines machines;
    private final SerialPort.Dialler serial;
    private Optional<Line> line = Optional.empty();

    private record Line(SerialPort port, ConsoleHub console) {}

    AttachedHyperv(DetachedVm vm, BackgroundRecord record, BackgroundMachines machines, SerialPort.Dialler serial) {
        this.vm = vm;
        this.record = record;
        this.machines = machines;
        this.serial = serial;
    }

    @Override
    public VmState state() {
        return switch (machines.act(BackgroundMachines.Act.STATE, record)) {
            case "Paused", "Pausing" -> VmState.PAUSED;
            case "Stopping" -> VmState.STOPPING;
            case "Off", "Gone" -> VmState.STOPPED;
            case "Starting" -> VmState.STARTING;
            default -> VmState.RUNNING;
        };
    }

    @Override
    public synchronized Console console() {
        Line open = line.orElseGet(this::dial);
        line = Optional.of(open);
        return open.console();
    }

    private Line dial() {
        try {
            SerialPort port = serial.dial(record.pipe(), PATIENCE, () -> false);
            ConsoleHub console = new ConsoleHub(vm.consoleLog(), port.keyboard());
            Thread.ofPlatform().daemon().name("console").start(() -> read(port, console));
            return new Line(port, console);
        } catch (IOException e) {
            throw new ExternalException(
                    "the console of the machine " + vm.name() + " cannot be reached: " + e.getMessage(),
                    "leave the other program that shows it",
                    e);
        }
    }

    private void read(SerialPort port, ConsoleHub console) {
        try {
            console.pump(
                    port.screen(),
                    Files.newOutputStream(vm.consoleLog(), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        } catch (IOException e) {
            // The machine has ended, or nobody wants to see it any more.
            return;
        }
    }

    @Override
    public GuestControl control() {
        return new NoGuestControl("Hyper-V");
    }

    @Override
    public Snapshots snapshots() {
        throw HypervLimits.lacks("keeps no snapshots", "take --backend qemu");
    }

    @Override
    public void pause() {
        machines.act(BackgroundMachines.Act.PAUSE, record);
    }

    @Override
    public void resume() {
        machines.act(BackgroundMachines.Act.RESUME, record);
    }

    @Override
    public synchronized void close() {
        line.ifPresent(open -> open.port().close());
        line = Optional.empty();
    }
}
