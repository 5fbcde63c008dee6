package dev.lamina.app.testing;

import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.Snapshot;
import dev.lamina.vmlaunch.Snapshots;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Snapshots that are names alone; each is 1 MiB and was made when the epoch began.
public final class FakeSnapshots implements Snapshots {
    private final List<Snapshot> kept = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    /// E.g. `save clean`.
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized void save(String name) {
        asked.add("save " + name);
        kept.removeIf(snapshot -> snapshot.name().equals(name));
        kept.add(new Snapshot(name, Instant.EPOCH, 1 << 20));
    }

    @Override
    public synchronized void restore(String name) {
        asked.add("restore " + name);
        find(name);
    }

    @Override
    public synchronized void remove(String name) {
        asked.add("remove " + name);
        kept.remove(find(name));
    }

    private Snapshot find(String name) {
        return kept.stream()
                .filter(snapshot -> snapshot.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InputException("there is no snapshot " + name, null));
    }

    @Override
    public synchronized List<Snapshot> list() {
        return List.copyOf(kept);
    }
}
