package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import dev.lamina.vmlaunch.Snapshot;
import dev.lamina.vmlaunch.Snapshots;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `lamina snapshot`: groups the commands below it.
@Command(
        name = "snapshot",
        header = "Keep states of a machine that runs, and go back to them.",
        description = {
            "A snapshot is the memory, the devices and the disks of a machine at a moment. The machine goes on",
            "from it as if nothing had happened since, and its clock is what it was then."
        },
        footer = {
            "",
            "Examples:",
            "  lamina snapshot save clean",
            "  lamina snapshot restore clean --vm web",
            "  lamina snapshot ls"
        })
final class SnapshotCommand {

    /// Does something with one snapshot.
    private interface Task {
        void of(Snapshots snapshots, String name);
    }

    private static int change(Session session, MachineOption of, String name, Task task, String did)
            throws IOException {
        try (Machines.Held held = of.attach(session)) {
            task.of(held.vm().snapshots(), name);
            String machine = held.machine().name();
            MachineReport.print(session, machine, "snapshot", name, machine + ": " + did + " " + name);
        }
        return 0;
    }

    /// `lamina snapshot save`.
    @Command(
            name = "save",
            header = "Keep the present state of a machine.",
            description = "The machine stands still meanwhile. A snapshot of the same name is replaced.",
            footer = {"", "Examples:", "  lamina snapshot save clean"})
    static final class Save implements Callable<Integer> {
        private final Session session;

        @Mixin
        MachineOption of = new MachineOption();

        @Parameters(paramLabel = "NAME", description = "Of the snapshot.")
        String name = "";

        Save(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            return change(session, of, name, Snapshots::save, "kept");
        }
    }

    /// `lamina snapshot restore`.
    @Command(
            name = "restore",
            header = "Go back to a state of a machine.",
            description = "What happened since is lost, on its disks too.",
            footer = {"", "Examples:", "  lamina snapshot restore clean"})
    static final class Restore implements Callable<Integer> {
        private final Session session;

        @Mixin
        MachineOption of = new MachineOption();

        @Parameters(paramLabel = "NAME", description = "Of the snapshot.")
        String name = "";

        Restore(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            return change(session, of, name, Snapshots::restore, "is back at");
        }
    }

    /// `lamina snapshot rm`.
    @Command(
            name = "rm",
            header = "Throw a state away.",
            footer = {"", "Examples:", "  lamina snapshot rm clean"})
    static final class Rm implements Callable<Integer> {
        private final Session session;

        @Mixin
        MachineOption of = new MachineOption();

        @Parameters(paramLabel = "NAME", description = "Of the snapshot.")
        String name = "";

        Rm(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            return change(session, of, name, Snapshots::remove, "threw away");
        }
    }

    /// `lamina snapshot ls`.
    @Command(
            name = "ls",
            header = "List the states that are kept.",
            footer = {"", "Examples:", "  lamina snapshot ls", "  lamina snapshot ls --vm web --json"})
    static final class Ls implements Callable<Integer> {
        private final Session session;

        @Mixin
        MachineOption of = new MachineOption();

        Ls(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            List<Snapshot> snapshots = list();
            if (session.options().json) {
                snapshots.forEach(snapshot -> session.out().println(Json.line(json(snapshot))));
                return 0;
            }
            Table table = new Table("llr").row("NAME", "MADE", "MEMORY");
            snapshots.forEach(snapshot -> table.row(snapshot.name(), seconds(snapshot), Bytes.text(snapshot.bytes())));
            session.out().print(table.text());
            return 0;
        }

        /// Nobody keeps two within one.
        private static String seconds(Snapshot snapshot) {
            return snapshot.made().truncatedTo(ChronoUnit.SECONDS).toString();
        }

        private List<Snapshot> list() throws IOException {
            try (Machines.Held held = of.attach(session)) {
                return held.vm().snapshots().list();
            }
        }

        private static Map<String, Object> json(Snapshot snapshot) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("snapshot", snapshot.name());
            object.put("made", snapshot.made().toString());
            object.put("bytes", snapshot.bytes());
            return object;
        }
    }
}
