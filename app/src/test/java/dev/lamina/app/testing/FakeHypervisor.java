package dev.lamina.app.testing;

import dev.lamina.app.operation.PortProbe;
import dev.lamina.model.problem.EnvironmentException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Accelerator;
import dev.lamina.vmlaunch.AttachedVm;
import dev.lamina.vmlaunch.Availability;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.CommandLine;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.NotEnoughMemoryException;
import dev.lamina.vmlaunch.PortBusyException;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Starts machines that a test plays.
public final class FakeHypervisor implements Hypervisor {
    private final Consumer<FakeVm> play;
    private final List<VmSpec> specs = new CopyOnWriteArrayList<>();
    private final List<FakeVm> machines = new CopyOnWriteArrayList<>();
    private final List<DetachedVm> background = new ArrayList<>();
    private Availability availability = Availability.ready("fake", List.of());
    private long neededMib;
    private boolean portsAreChecked;
    private boolean hasBackground = true;
    private Optional<Path> runtime = Optional.empty();
    private FakeVm.Deaf deaf = () -> {};

    /// @param play what each machine does once it runs, in a thread of its own
    public FakeHypervisor(Consumer<FakeVm> play) {
        this.play = play;
    }

    public FakeHypervisor missing(String reason, String fix) {
        availability = Availability.missing(reason, fix);
        return this;
    }

    /// What was missing is there.
    public FakeHypervisor found() {
        availability = Availability.ready("fake", List.of());
        return this;
    }

    /// Refuses to start machines whose ports are taken.
    public FakeHypervisor checkingPorts() {
        portsAreChecked = true;
        return this;
    }

    /// Guests do this before they comply with a wish to power off.
    public void shutdown(FakeVm.Deaf before) {
        deaf = before;
    }

    /// Its machines have a folder for sockets, so that other processes reach them.
    public FakeHypervisor reachableIn(Path folder) {
        runtime = Optional.of(folder);
        return this;
    }

    /// Machines in the background are none of its.
    public FakeHypervisor withoutBackground() {
        hasBackground = false;
        return this;
    }

    /// Refuses to start machines with less.
    public FakeHypervisor needing(long mib) {
        neededMib = mib;
        return this;
    }

    public List<VmSpec> specs() {
        return specs;
    }

    public List<FakeVm> machines() {
        return machines;
    }

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public String title() {
        return "fake";
    }

    @Override
    public Availability probe(Arch guest) {
        return availability;
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public CommandLine commandLine(VmSpec spec) {
        return new CommandLine(List.of("fake-vm"));
    }

    @Override
    public VmHandle start(VmSpec spec, Reporter reporter) {
        if (spec.memoryMib() < neededMib) {
            throw NotEnoughMemoryException.inGuest(spec.memoryMib(), neededMib);
        }
        spec.ports().stream()
                .filter(port -> portsAreChecked && PortProbe.busy(port.hostAddress(), port.hostPort(), false))
                .findFirst()
                .ifPresent(port -> {
                    throw PortBusyException.taken(port);
                });
        specs.add(spec);
        FakeVm vm = new FakeVm(spec, deaf).in(runtime);
        machines.add(vm);
        Thread.ofVirtual().start(() -> play.accept(vm));
        return vm;
    }

    @Override
    public DetachedVm.Started detach(VmSpec spec, Reporter reporter) {
        specs.add(spec);
        DetachedVm vm =
                new DetachedVm(spec.name(), 4711, Path.of("/run/" + spec.name()), spec.consoleLog(), Accelerator.TCG);
        background.add(vm);
        return new DetachedVm.Started(vm, new CommandLine(List.of("fake-vm", "-daemonize")));
    }

    @Override
    public Optional<BackgroundVm> background(DetachedVm vm) {
        return hasBackground ? Optional.of(inBackground(vm)) : Optional.empty();
    }

    private BackgroundVm inBackground(DetachedVm vm) {
        return new BackgroundVm() {
            @Override
            public boolean runs() {
                return background.contains(vm);
            }

            @Override
            public AttachedVm attach() {
                throw new EnvironmentException("the fake machine does not answer", null);
            }

            @Override
            public void stop(Duration grace) {
                background.remove(vm);
            }

            @Override
            public void kill() {
                background.remove(vm);
            }
        };
    }
}
