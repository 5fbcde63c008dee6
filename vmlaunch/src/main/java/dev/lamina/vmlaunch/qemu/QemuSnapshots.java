package dev.lamina.vmlaunch.qemu;

import dev.lamina.model.problem.ExternalException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.Snapshot;
import dev.lamina.vmlaunch.Snapshots;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Snapshots by QMP's jobs, which QEMU has since version 6. The memory goes to a file of the machine's
/// folder, which is made and plugged in at the first one, so that a machine without snapshots has nothing of
/// it; of each writable disk a part goes into the disk itself. For machines of this process and for those in
/// the background.
final class QemuSnapshots implements Snapshots {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /// As QEMU says that a folder is mounted as 9p, or is there as virtiofs: what the guest has open of them
    /// is the host's.
    private static final Pattern SHARES = Pattern.compile("VirtFS export|vhost-user-fs");

    private final QmpClient monitor;
    private final QmpJobs jobs;
    private final SnapshotNode node;
    private final Runnable restored;

    /// @param file where the memory goes: [SnapshotFile]
    /// @param restored is called when the guest is another one than a moment ago
    QemuSnapshots(QmpClient monitor, SnapshotFile file, Runnable restored) {
        this.monitor = monitor;
        this.jobs = new QmpJobs(monitor);
        this.node = new SnapshotNode(monitor, jobs, file);
        this.restored = restored;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /// One at a time, as QEMU does them.
    private synchronized <T> T asking(Work<T> work) {
        try {
            return work.run();
        } catch (QmpException e) {
            if (e.errorClass().equals("CommandNotFound")) {
                throw new InputException("this QEMU keeps no snapshots of machines", "install QEMU 6 or newer", e);
            }
            throw failed(e);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static LaminaException failed(IOException e) {
        if (SHARES.matcher(String.valueOf(e.getMessage())).find()) {
            return new InputException(
                    "a machine that shares folders with the host keeps no snapshots", "run it without --share", e);
        }
        return new ExternalException("QEMU keeps or brings back no snapshot: " + e.getMessage(), null, e);
    }

    @Override
    public void save(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InputException(
                    "'" + name.replaceAll("\\p{Cntrl}", " ") + "' cannot name a snapshot",
                    "use letters, digits, '.', '_' and '-', at most 64, for example clean");
        }
        asking(() -> {
            List<BlockNode> disks = disks();
            node.open();
            delete(name);
            jobs.run("snapshot-save", arguments(name, disks));
            return name;
        });
    }

    /// Disks that the guest can write must be able to keep snapshots, or they would be newer than the
    /// memory.
    private List<BlockNode> disks() throws IOException {
        List<BlockNode> disks = BlockNode.writableDisks(monitor);
        Optional<BlockNode> other =
                disks.stream().filter(disk -> !disk.format().equals("qcow2")).findFirst();
        if (other.isPresent()) {
            throw new InputException(
                    "the disk " + other.get().file() + " is " + other.get().format()
                            + ", and only disks in the format qcow2 keep snapshots",
                    "make a new one with --disk NAME.qcow2,size=1G, or convert it with"
                            + " 'qemu-img convert -O qcow2 OLD NEW.qcow2'");
        }
        return disks;
    }

    private static Map<String, Object> arguments(String name, List<BlockNode> disks) {
        return Map.of("tag", name, "vmstate", SnapshotNode.NAME, "devices", names(disks));
    }

    private static List<String> names(List<BlockNode> disks) {
        return Stream.concat(disks.stream().map(BlockNode::name), Stream.of(SnapshotNode.NAME))
                .toList();
    }

    @Override
    public void restore(String name) {
        asking(() -> {
            find(name);
            List<BlockNode> disks = disks();
            for (BlockNode disk : disks) {
                if (!disk.snapshots().contains(name)) {
                    throw new InputException(
                            "the snapshot " + name + " was made without the disk " + disk.file(), null);
                }
            }
            load(name, disks);
            restored.run();
            return name;
        });
    }

    /// When it fails, QEMU has thrown the running guest away already.
    private void load(String name, List<BlockNode> disks) throws IOException {
        try {
            jobs.run("snapshot-load", arguments(name, disks));
            monitor.execute("cont");
        } catch (QmpException e) {
            throw new ExternalException(
                    "the snapshot " + name + " cannot be brought back: " + e.getMessage(),
                    "end the machine and start it again",
                    e);
        }
    }

    @Override
    public void remove(String name) {
        asking(() -> {
            find(name);
            delete(name);
            return name;
        });
    }

    /// Wherever it is; disks may keep one of an earlier machine.
    private void delete(String name) throws IOException {
        List<BlockNode> with = Stream.concat(BlockNode.writableDisks(monitor).stream(), node.find().stream())
                .filter(disk -> disk.snapshots().contains(name))
                .toList();
        if (!with.isEmpty()) {
            jobs.run(
                    "snapshot-delete",
                    Map.of(
                            "tag",
                            name,
                            "devices",
                            with.stream().map(BlockNode::name).toList()));
        }
    }

    private void find(String name) throws IOException {
        List<String> names = kept().stream().map(Snapshot::name).toList();
        if (!names.contains(name)) {
            throw new InputException(
                    "the machine has no snapshot " + name.replaceAll("\\p{Cntrl}", " "),
                    names.isEmpty() ? "make one first" : "it has: " + String.join(", ", names));
        }
    }

    @Override
    public List<Snapshot> list() {
        return asking(this::kept);
    }

    private List<Snapshot> kept() throws IOException {
        List<Snapshot> kept = new ArrayList<>();
        if (node.exists()) {
            node.open();
            for (JsonNode info : node.information().path("image").path("snapshots")) {
                Instant made = Instant.ofEpochSecond(
                        info.path("date-sec").asLong(0), info.path("date-nsec").asLong(0));
                kept.add(new Snapshot(
                        info.path("name").asString(""),
                        made,
                        info.path("vm-state-size").asLong(0)));
            }
        }
        kept.sort(Comparator.comparing(Snapshot::made));
        return kept;
    }
}
