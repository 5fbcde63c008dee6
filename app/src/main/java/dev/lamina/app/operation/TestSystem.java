package dev.lamina.app.operation;

import dev.lamina.assembler.io.ScratchFolder;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.ConsoleTail;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.PortBusyException;
import dev.lamina.vmlaunch.VmExit;
import dev.lamina.vmlaunch.VmHandle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Boots a system on a machine of its own, looks whether it does what is expected of it, and ends it. The machine
/// has fresh disks, leaves nothing behind, and does not outlive the test.
public final class TestSystem {
    /// A busy computer without acceleration starts a system slowly.
    public static final Duration TIMEOUT = Duration.ofSeconds(120);

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int LAST_LINES = 100;

    private final RunVm runVm;
    private final Set<Feature> features;
    private final Path directory;
    private final Home home;
    private final InstantSource clock;

    /// @param features of what runs the machines
    /// @param directory relative paths of disks start here
    public TestSystem(RunVm runVm, Set<Feature> features, Path directory, Home home, InstantSource clock) {
        this.runVm = runVm;
        this.features = features;
        this.directory = directory;
        this.home = home;
        this.clock = clock;
    }

    /// @param subject what is tested, as the user named it
    /// @param boot what is booted, on which machine; the memory of the test counts more
    /// @param keepGoing whether the steps behind one that failed are looked at too
    public record Request(String subject, RunVm.Request boot, BootTest test, boolean keepGoing) {
        Duration timeout() {
            return test.timeout().orElse(TIMEOUT);
        }
    }

    /// Returns when the machine has ended.
    ///
    /// @param told of each step as its result is known, by this thread
    public TestReport run(Request request, Consumer<StepResult> told, Reporter reporter)
            throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.in(home.cache().resolve("scratch"));
                PreparedSystem system = prepare(request, scratch.path(), reporter)) {
            SparePorts ports = ports(system, reporter);
            try {
                return run(request, system, ports, told, reporter);
            } catch (PortBusyException e) {
                // Somebody took it since; now it is known to be taken.
                return run(request, system, ports(system, reporter), told, reporter);
            }
        }
    }

    private PreparedSystem prepare(Request request, Path scratch, Reporter reporter) throws IOException {
        MachineOptions wanted = request.boot().machine();
        MachineOptions machine = wanted.withMemory(request.test().memory().or(wanted::memory))
                .withDisks(new FreshDisks(directory, scratch).of(wanted.disks()))
                .withPorts(features.contains(Feature.PUBLISHED_PORTS) ? wanted.ports() : List.of())
                .withState(Optional.of(scratch.resolve("machine").toString()));
        return runVm.prepare(on(machine, request.boot()), InputStream.nullInputStream(), reporter);
    }

    private static RunVm.Request on(MachineOptions machine, RunVm.Request request) {
        return new RunVm.Request(request.source(), request.document(), machine);
    }

    private static SparePorts ports(PreparedSystem system, Reporter reporter) {
        return SparePorts.of(system.request().machine().ports(), reporter);
    }

    private TestReport run(
            Request request, PreparedSystem system, SparePorts ports, Consumer<StepResult> told, Reporter reporter)
            throws IOException, InterruptedException {
        MachineOptions machine = system.request().machine().withPorts(ports.published());
        PreparedSystem moved = new PreparedSystem(on(machine, system.request()), system.found(), system.load());
        Instant begun = clock.instant();
        try (VmHandle vm = runVm.start(moved, reporter)) {
            return run(request, vm, ports, begun, told, reporter);
        }
    }

    private TestReport run(
            Request request, VmHandle vm, SparePorts ports, Instant begun, Consumer<StepResult> told, Reporter reporter)
            throws InterruptedException {
        try (StepRun steps = new StepRun(vm, features, ports::now, request.timeout(), reporter)) {
            List<StepResult> results = steps.run(request.test().steps(), request.keepGoing(), told);
            boolean failed = results.stream().anyMatch(StepResult::failed);
            List<BootFailure> failures = failed ? steps.check().failures() : List.of();
            VmExit end = end(vm, steps.hasFailed());
            return new TestReport(
                    request.subject(),
                    vm.accelerator(),
                    begun,
                    Duration.between(begun, clock.instant()),
                    results,
                    end.detail(),
                    failures,
                    ConsoleTail.of(vm.console().recent(), LAST_LINES),
                    failed ? keep(vm) : Optional.empty());
        }
    }

    private static VmExit end(VmHandle vm, boolean failed) throws InterruptedException {
        if (failed) {
            vm.kill();
            return vm.waitForExit();
        }
        return vm.shutdown(GRACE);
    }

    /// The machine's folder goes with the test; whoever repairs a system wants to read all that it said.
    private Optional<Path> keep(VmHandle vm) {
        try {
            Path kept = Files.createDirectories(home.logs()).resolve("test-" + vm.name() + ".log");
            return Optional.of(Files.copy(vm.console().log(), kept, StandardCopyOption.REPLACE_EXISTING));
        } catch (IOException e) {
            return Optional.empty(); // its last lines are in the report
        }
    }
}
