package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.Snapshots;
import dev.lamina.vmlaunch.VmState;
import java.io.IOException;
import java.net.ConnectException;
import java.util.Optional;

/// A machine that runs in the background in a QEMU of its own.
final class AttachedQemu implements AttachedVm {
    private final DetachedVm vm;
    private final DetachedSockets sockets;
    private Optional<DetachedConsole> console = Optional.empty();

    AttachedQemu(DetachedVm vm) {
        this.vm = vm;
        this.sockets = new DetachedSockets(vm);
    }

    @Override
    public synchronized Console console() {
        DetachedConsole open = console.orElseGet(() -> DetachedConsole.open(vm, sockets));
        console = Optional.of(open);
        return open.console();
    }

    @Override
    public GuestControl control() {
        return new DetachedControl(sockets);
    }

    @Override
    public Snapshots snapshots() {
        return new DetachedSnapshots(vm, sockets);
    }

    @Override
    public void pause() {
        execute("stop");
    }

    @Override
    public void resume() {
        execute("cont");
    }

    private void execute(String command) {
        try (QmpClient monitor = sockets.monitor()) {
            monitor.execute(command);
        } catch (IOException e) {
            throw silent(e);
        }
    }

    private ExternalException silent(IOException cause) {
        return new ExternalException(
                "the machine " + vm.name() + " does not answer: " + cause.getMessage(), null, cause);
    }

    @Override
    public VmState state() {
        try (QmpClient monitor = sockets.monitor(QmpClient.ANSWER)) {
            return switch (monitor.execute("query-status").path("status").asString("")) {
                case "paused" -> VmState.PAUSED;
                case "shutdown" -> VmState.STOPPING;
                case "guest-panicked", "internal-error" -> VmState.FAILED;
                default -> VmState.RUNNING;
            };
        } catch (ConnectException e) {
            return VmState.STOPPED;
        } catch (IOException e) {
            throw silent(e);
        }
    }

    @Override
    public synchronized void close() {
        console.ifPresent(DetachedConsole::close);
    }
}
