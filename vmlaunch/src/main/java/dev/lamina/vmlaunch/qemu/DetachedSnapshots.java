package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Snapshot;
import dev.lamina.vmlaunch.Snapshots;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/// The snapshots of a machine in the background: one connection a call, so that several processes can take
/// turns.
final class DetachedSnapshots implements Snapshots {
    private final DetachedVm vm;
    private final DetachedSockets sockets;

    DetachedSnapshots(DetachedVm vm, DetachedSockets sockets) {
        this.vm = vm;
        this.sockets = sockets;
    }

    private <T> T call(Function<Snapshots, T> call) {
        try (QmpClient monitor = sockets.monitor()) {
            return call.apply(new QemuSnapshots(
                    monitor, SnapshotFile.beside(vm.consoleLog()), new DetachedControl(sockets)::startAfresh));
        } catch (IOException e) {
            throw new ExternalException("the machine " + vm.name() + " does not answer: " + e.getMessage(), null, e);
        }
    }

    @Override
    public void save(String name) {
        call(snapshots -> {
            snapshots.save(name);
            return name;
        });
    }

    @Override
    public void restore(String name) {
        call(snapshots -> {
            snapshots.restore(name);
            return name;
        });
    }

    @Override
    public void remove(String name) {
        call(snapshots -> {
            snapshots.remove(name);
            return name;
        });
    }

    @Override
    public List<Snapshot> list() {
        return call(Snapshots::list);
    }
}
