package dev.lamina.app.operation;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Hypervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// The machines that run: in the background, or with another process of Lamina.
public final class Machines {
    /// For a guest to stop its services.
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path folder;
    private final Hypervisor hypervisor;

    /// @param folder holds a folder for each machine
    public Machines(Path folder, Hypervisor hypervisor) {
        this.folder = folder;
        this.hypervisor = hypervisor;
    }

    /// A machine that runs.
    ///
    /// @param background it goes on without the process that started it
    /// @param pid the hypervisor's in the background, otherwise Lamina's
    public record Running(String name, boolean background, long pid, Accelerator accelerator, Path consoleLog) {}

    /// By name.
    public List<Running> list() throws IOException {
        return records().stream().map(Machines::running).toList();
    }

    private static Running running(MachineRecord machine) {
        return new Running(
                machine.name(),
                machine.sockets().isPresent(),
                machine.pid(),
                machine.accelerator(),
                machine.consoleLog());
    }

    private List<MachineRecord> records() throws IOException {
        List<MachineRecord> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> machines = Files.newDirectoryStream(folder, Files::isDirectory)) {
                for (Path machine : machines) {
                    alive(machine).ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.comparing(MachineRecord::name));
        return found;
    }

    private Optional<MachineRecord> alive(Path machine) {
        Optional<MachineRecord> known = MachineRecord.read(machine).filter(record -> machine.endsWith(record.name()));
        if (known.isEmpty()) {
            return known;
        }
        Optional<DetachedVm> detached = known.get().detached();
        if (detached.isEmpty()) {
            return known.filter(record -> isClaimed(machine));
        }
        if (hypervisor.runs(detached.get())) {
            return known;
        }
        hypervisor.kill(detached.get());
        MachineRecord.remove(machine);
        return Optional.empty();
    }

    private static boolean isClaimed(Path machine) {
        try {
            return MachineFolder.isClaimed(machine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends a machine, in order when its guest complies.
    ///
    /// @param name may be left out when one machine runs
    /// @throws InputException there is no such machine, or there are several
    public Running stop(Optional<String> name) throws IOException, InterruptedException {
        MachineRecord machine = choose(name);
        Optional<DetachedVm> detached = machine.detached();
        if (detached.isPresent()) {
            hypervisor.stop(detached.get(), GRACE);
            MachineRecord.remove(folder.resolve(machine.name()));
        } else {
            endProcess(machine);
        }
        return running(machine);
    }

    private MachineRecord choose(Optional<String> name) throws IOException {
        List<MachineRecord> machines = records();
        if (name.isPresent()) {
            return machines.stream()
                    .filter(machine -> machine.name().equals(name.get()))
                    .findFirst()
                    .orElseThrow(() -> new InputException(
                            "there is no machine " + name.get() + " that runs", "'lamina ps' lists those that do"));
        }
        if (machines.isEmpty()) {
            throw new InputException("no machine runs", null);
        }
        if (machines.size() > 1) {
            throw new InputException(
                    "several machines run",
                    "name one of them: "
                            + machines.stream().map(MachineRecord::name).collect(Collectors.joining(", ")));
        }
        return machines.getFirst();
    }

    /// Lamina ends its machine when it is asked to end itself.
    private static void endProcess(MachineRecord machine) throws InterruptedException {
        Optional<ProcessHandle> process = ProcessHandle.of(machine.pid())
                .filter(handle -> handle.pid() != ProcessHandle.current().pid());
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new EnvironmentException(
                    "the machine " + machine.name() + " does not end",
                    "end the process " + machine.pid() + " yourself",
                    e);
        }
    }
}
