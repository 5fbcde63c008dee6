package dev.lamina.app.operation;

import dev.lamina.model.BootMedia;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.vmlaunch.BackgroundVm;
import dev.lamina.vmlaunch.DetachedVm;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import dev.lamina.vmlaunch.remote.MachineServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// Boots a system in a virtual machine: a composition, which is built first, an earlier build, a disk or a CD.
public final class RunVm {
    /// Stands for what is still to be found or built.
    private static final BootMedia NOT_YET = new BootMedia.KernelInitrd(Arch.AMD64, Path.of(""), Optional.empty(), "");

    /// For a guest to write to its disks what it still has in memory.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Path machines;
    private final Path directory;
    private final BootMediaFinder finder;
    private final MachineEquipment equipment;
    private final Hypervisor hypervisor;

    /// @param machines holds a folder for each machine
    /// @param directory relative paths of disks start here
    public RunVm(
            Path machines, Path directory, BootMediaFinder finder, CreateMetadata metadata, Hypervisor hypervisor) {
        this.machines = machines;
        this.directory = directory;
        this.finder = finder;
        this.equipment = new MachineEquipment(metadata);
        this.hypervisor = hypervisor;
    }

    /// @param document what is to be built, when it is known already; then the source gives the names alone
    public record Request(BootSource source, Optional<ReadResult> document, MachineOptions machine) {
        public Request(BootSource source, MachineOptions machine) {
            this(source, Optional.empty(), machine);
        }

        public Request withDocument(ReadResult read) {
            return new Request(source, Optional.of(read), machine);
        }
    }

    /// Returns when the machine runs. The caller closes it.
    public VmHandle start(Request request, InputStream standardInput, Reporter reporter) throws IOException {
        return attached(request, place -> {
            try (PreparedSystem system = prepare(request, standardInput, reporter)) {
                return begin(system, place, reporter, spec -> hypervisor.start(spec, reporter));
            }
        });
    }

    /// Builds what is to be started later. Wrong options and a missing hypervisor are found out before that.
    public PreparedSystem prepare(Request request, InputStream standardInput, Reporter reporter) throws IOException {
        draft(request.machine(), "draft", Path.of(""));
        BootMediaFinder.Found found = find(request, standardInput, reporter);
        boolean prepared = false;
        try {
            PreparedSystem system = new PreparedSystem(request, found, MachineMemory.load(found.media(), reporter));
            prepared = true;
            return system;
        } finally {
            if (!prepared) {
                found.close();
            }
        }
    }

    /// Starts what was prepared, which the caller closes, as the machine.
    public VmHandle start(PreparedSystem system, Reporter reporter) throws IOException {
        return attached(
                system.request(), place -> begin(system, place, reporter, spec -> hypervisor.start(spec, reporter)));
    }

    /// The document of a composition as its files are now.
    ReadResult document(Request request) throws IOException {
        return finder.document(request.source(), request.machine().kind());
    }

    /// Ends a machine, quickly when nothing that it has written would be lost, and starts another one in its place.
    public VmHandle replace(VmHandle old, PreparedSystem next, Reporter reporter)
            throws IOException, InterruptedException {
        MachineOptions options = next.request().machine();
        if (options.disks().isEmpty() && options.equipment().shares().isEmpty()) {
            old.kill();
        } else {
            old.shutdown(GRACE);
        }
        old.close();
        return start(next, reporter);
    }

    private interface Launch {
        VmHandle in(MachinePlace place) throws IOException;
    }

    private VmHandle attached(Request request, Launch launch) throws IOException {
        MachinePlace place = claim(request);
        boolean running = false;
        try {
            VmHandle vm = launch.in(place);
            record(place, MachineRecord.attached(vm, MachineServer.serve(vm)), vm::close);
            running = true;
            vm.onEvent(event -> {
                if (event instanceof VmEvent.Exited) {
                    place.forget();
                    place.close();
                }
            });
            return vm;
        } finally {
            if (!running) {
                place.close();
            }
        }
    }

    /// Returns when the machine runs; it goes on without this process. [Machines] finds it again.
    public DetachedVm.Started detach(Request request, InputStream standardInput, Reporter reporter) throws IOException {
        try (MachinePlace place = claim(request);
                PreparedSystem system = prepare(request, standardInput, reporter)) {
            DetachedVm.Started started = begin(system, place, reporter, spec -> hypervisor.detach(spec, reporter));
            record(
                    place,
                    MachineRecord.detached(started.vm()),
                    () -> hypervisor.background(started.vm()).ifPresent(BackgroundVm::kill));
            return started;
        }
    }

    /// A machine that nobody could find again is ended.
    private static void record(MachinePlace place, MachineRecord machine, Runnable end) {
        boolean recorded = false;
        try {
            place.record(machine);
            recorded = true;
        } catch (IOException e) {
            // Writing is interrupted when the user wants the command to end.
            throw Thread.currentThread().isInterrupted() ? new CancelledException() : new UncheckedIOException(e);
        } finally {
            if (!recorded) {
                end.run();
            }
        }
    }

    /// A name that the user gave is that name or an error; ours makes way.
    private MachinePlace claim(Request request) throws IOException {
        Optional<String> wish = request.source().name();
        wish.ifPresent(VmSpec::checkName);
        MachineFolder named = wish.isPresent()
                ? MachineFolder.claim(machines, wish.get(), this::isFree)
                : MachineFolder.claimLike(machines, request.source().effectiveName(), this::isFree);
        return MachinePlace.of(named, request.machine().state().map(directory::resolve), this::isFree);
    }

    /// Nobody holds the lock of a machine in the background. One that another hypervisor runs may be there still.
    private boolean isFree(Path folder) {
        return MachineRecord.read(folder).flatMap(MachineRecord::detached).stream()
                .allMatch(vm ->
                        hypervisor.background(vm).filter(known -> !known.runs()).isPresent());
    }

    private BootMediaFinder.Found find(Request request, InputStream standardInput, Reporter reporter)
            throws IOException {
        MachineOptions options = request.machine();
        if (request.document().isPresent()) {
            Contradictions.check(request.source(), options, Optional.empty());
            return finder.built(request.source(), request.document().get(), hypervisor, reporter);
        }
        Optional<BootMedia> existing = finder.existing(request.source(), options.kind());
        Contradictions.check(request.source(), options, existing);
        return finder.find(request.source(), existing, hypervisor, standardInput, reporter);
    }

    private <T> T begin(PreparedSystem system, MachinePlace place, Reporter reporter, Function<VmSpec, T> starter)
            throws IOException {
        MachineOptions options = system.request().machine();
        VmSpec equipped = draft(options, place.name(), place.state())
                .withMedia(system.found().media())
                .withEquipment(equipment.of(options, place.state()));
        VmSpec spec = MachineMemory.apply(equipped, system.load(), options.memory(), reporter);
        return startWithDisks(spec, options, place, reporter, starter);
    }

    private static VmSpec draft(MachineOptions options, String name, Path state) {
        VmSpec spec = VmSpec.of(name, NOT_YET, state)
                .withEquipment(options.equipment())
                .withCpus(options.cpus())
                .withPorts(options.ports())
                .withAccelerator(options.accelerator())
                .withExtraCmdline(options.cmdline());
        return options.memory().map(size -> spec.withMemory(size.bytes())).orElse(spec);
    }

    private <T> T startWithDisks(
            VmSpec spec, MachineOptions options, MachinePlace place, Reporter reporter, Function<VmSpec, T> starter)
            throws IOException {
        DiskFiles disks = new DiskFiles(directory, place.state(), reporter);
        boolean running = false;
        try {
            T started = starter.apply(spec.withDisks(disks.provide(options.disks())));
            running = true;
            return started;
        } finally {
            if (!running) {
                disks.discard();
            }
        }
    }
}
