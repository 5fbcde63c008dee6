package dev.lamina.app.operation;

import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Boots a system in a virtual machine: a composition, which is built first, or an earlier build.
public final class RunVm {
    /// Stands for what is still to be found or built.
    private static final BootMedia NOT_YET = new BootMedia.KernelInitrd(Arch.AMD64, Path.of(""), Optional.empty(), "");

    private final Path machines;
    private final Path directory;
    private final BootMediaFinder finder;
    private final Hypervisor hypervisor;

    /// @param machines holds a folder for each machine
    /// @param directory relative paths of disks start here
    public RunVm(Path machines, Path directory, BootMediaFinder finder, Hypervisor hypervisor) {
        this.machines = machines;
        this.directory = directory;
        this.finder = finder;
        this.hypervisor = hypervisor;
    }

    public record Request(BootSource source, MachineOptions machine) {}

    /// Returns when the machine runs. The caller closes it.
    public VmHandle start(Request request, InputStream standardInput, Reporter reporter) throws IOException {
        MachineFolder folder = claim(request.source());
        boolean running = false;
        try {
            VmHandle vm = start(request, folder, standardInput, reporter);
            running = true;
            vm.onEvent(event -> {
                if (event instanceof VmEvent.Exited) {
                    folder.close();
                }
            });
            return vm;
        } finally {
            if (!running) {
                folder.close();
            }
        }
    }

    /// A name that the user gave is that name or an error; ours makes way.
    private MachineFolder claim(BootSource source) throws IOException {
        Optional<String> wish = source.name();
        wish.ifPresent(VmSpec::checkName);
        return wish.isPresent()
                ? MachineFolder.claim(machines, wish.get())
                : MachineFolder.claimLike(machines, source.effectiveName());
    }

    private VmHandle start(Request request, MachineFolder folder, InputStream standardInput, Reporter reporter)
            throws IOException {
        // Before a long build, so that a wrong number costs no time.
        VmSpec draft = draft(request.machine(), folder);
        try (BootMediaFinder.Found found = finder.find(request.source(), hypervisor, standardInput, reporter)) {
            VmSpec spec = MachineMemory.apply(
                    draft.withMedia(found.media()), request.machine().memory(), reporter);
            return startWithDisks(spec, request.machine(), reporter);
        }
    }

    private static VmSpec draft(MachineOptions options, MachineFolder folder) {
        VmSpec spec = VmSpec.of(folder.name(), NOT_YET, folder.path())
                .withCpus(options.cpus())
                .withPorts(options.ports())
                .withAccelerator(options.accelerator())
                .withExtraCmdline(options.cmdline());
        return options.memory().map(size -> spec.withMemory(size.bytes())).orElse(spec);
    }

    private VmHandle startWithDisks(VmSpec spec, MachineOptions options, Reporter reporter) throws IOException {
        DiskFiles disks = new DiskFiles(directory, reporter);
        boolean running = false;
        try {
            VmHandle vm = hypervisor.start(spec.withDisks(disks.provide(options.disks())), reporter);
            running = true;
            return vm;
        } finally {
            if (!running) {
                disks.discard();
            }
        }
    }
}
