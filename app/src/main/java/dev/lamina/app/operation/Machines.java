package dev.lamina.app.operation;

import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.VmState;
import dev.lamina.vmlaunch.remote.RemoteVm;
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

    /// Holds a machine for a while. Closing lets go of it.
    public record Held(Running machine, AttachedVm vm) implements AutoCloseable {

        /// To ask the guest.
        ///
        /// @throws InputException it is held, and would not answer
        public GuestControl guest() {
            if (vm.state() == VmState.PAUSED) {
                throw new InputException(
                        "the machine " + machine.name() + " is held, so its system answers nothing",
                        "lamina resume " + machine.name());
            }
            return vm.control();
        }

        @Override
        public void close() {
            vm.close();
        }
    }

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
        Optional<BackgroundVm> vm = hypervisor.background(detached.get());
        // What another hypervisor runs cannot be told here, and is left alone.
        if (vm.isEmpty() || vm.get().runs()) {
            return known;
        }
        vm.get().kill();
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

    /// One that runs.
    ///
    /// @param name may be left out when one machine runs
    /// @throws InputException there is no such machine, or there are several
    public Running find(Optional<String> name) throws IOException {
        return running(choose(name));
    }

    /// Takes hold of a machine, to talk to it. Several may hold one.
    ///
    /// @param name may be left out when one machine runs
    /// @throws InputException there is no such machine, or there are several
    /// @throws EnvironmentException it cannot be reached
    public Held attach(Optional<String> name) throws IOException {
        MachineRecord machine = choose(name);
        AttachedVm vm = machine.detached()
                .<AttachedVm>map(detached -> background(detached).attach())
                .or(() -> remote(machine))
                .orElseThrow(() -> new EnvironmentException(
                        "the process " + machine.pid() + ", which runs " + machine.name() + ", lets nobody else at it",
                        "use the terminal or the window that it was started in"));
        return new Held(running(machine), vm);
    }

    /// Where it is in its life; empty when it does not say.
    public Optional<VmState> state(Running machine) {
        try (Held held = attach(Optional.of(machine.name()))) {
            return Optional.of(held.vm().state());
        } catch (LaminaException | IOException e) {
            return Optional.empty();
        }
    }

    private BackgroundVm background(DetachedVm vm) {
        return hypervisor
                .background(vm)
                .orElseThrow(() -> new EnvironmentException(
                        "the machine " + vm.name() + " does not run with " + hypervisor.title(),
                        "leave out --backend"));
    }

    private static Optional<RemoteVm> remote(MachineRecord machine) {
        return machine.control().map(socket -> new RemoteVm(socket, machine.consoleLog()));
    }

    /// Where the console of the machine that last had this name was logged, whether it runs or not.
    public Optional<Path> lastLog(String name) {
        VmSpec.checkName(name);
        return MachineRecord.read(folder.resolve(name))
                .map(MachineRecord::consoleLog)
                .or(() -> Optional.of(folder.resolve(name).resolve("console.log")))
                .filter(Files::isRegularFile);
    }

    /// Ends a machine, in order when its guest complies.
    ///
    /// @param name may be left out when one machine runs
    /// @throws InputException there is no such machine, or there are several
    public Running stop(Optional<String> name) throws IOException, InterruptedException {
        MachineRecord machine = choose(name);
        Optional<DetachedVm> detached = machine.detached();
        if (detached.isPresent()) {
            background(detached.get()).stop(GRACE);
            MachineRecord.remove(folder.resolve(machine.name()));
        } else {
            new MachineEnd(machine, GRACE, () -> isClaimed(folder.resolve(machine.name()))).bringAbout(remote(machine));
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
            throw new InputException("no machine runs", "start one with 'lamina run FILE'");
        }
        if (machines.size() > 1) {
            throw new InputException(
                    "several machines run",
                    "name one of them: "
                            + machines.stream().map(MachineRecord::name).collect(Collectors.joining(", ")));
        }
        return machines.getFirst();
    }
}
