package dev.lamina.vmlaunch.remote;

import dev.lamina.vmlaunch.Snapshot;
import dev.lamina.vmlaunch.Snapshots;
import java.time.Duration;
import java.util.List;

/// The snapshots of a machine that another process runs.
final class RemoteSnapshots implements Snapshots {
    /// Much memory takes long to write.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final RemoteVm vm;

    RemoteSnapshots(RemoteVm vm) {
        this.vm = vm;
    }

    private Answer ask(Verb verb, String name) {
        return vm.ask(Request.of(verb, name).within(PATIENCE));
    }

    @Override
    public void save(String name) {
        ask(Verb.SAVE, name);
    }

    @Override
    public void restore(String name) {
        ask(Verb.RESTORE, name);
    }

    @Override
    public void remove(String name) {
        ask(Verb.REMOVE, name);
    }

    @Override
    public List<Snapshot> list() {
        return ask(Verb.SNAPSHOTS, "").snapshots();
    }
}
