package dev.lamina.app.operation;

import dev.lamina.model.BootMedia;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Hypervisor;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Boots a system in a virtual machine: a composition, which is built first, an earlier build, a disk or a CD.
public final class RunVm {
    /// Stands for what is still to be found or built.
    private static final BootMedia NOT_YET = new BootMedia.KernelInitrd(Arch.AMD64, Path.of(""), Optional.empty(), "");

    private final Path machines;
    private final Path directory;
    private final BootMediaFinder finder;
    private final CreateMetadata metadata;
    private final Hypervisor hypervisor;

    /// @param machines holds a folder for each machine
    /// @param directory relative paths of disks start here
    public RunVm(
            Path machines, Path directory, BootMediaFinder finder, CreateMetadata metadata, Hypervisor hypervisor) {
        this.machines = machines;
        this.directory = directory;
        this.finder = finder;
        this.metadata = metadata;
        this.hypervisor = hypervisor;
    }

    public record Request(BootSource source, MachineOptions machine) {}

    /// Returns when the machine runs. The caller closes it.
    public VmHandle start(Request request, InputStream standardInput, Reporter reporter) throws IOException {
        MachinePlace place = claim(request);
        boolean running = false;
        try {
            VmHandle vm = start(request, place, standardInput, reporter);
            running = true;
            vm.onEvent(event -> {
                if (event instanceof VmEvent.Exited) {
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

    /// A name that the user gave is that name or an error; ours makes way.
    private MachinePlace claim(Request request) throws IOException {
        Optional<String> wish = request.source().name();
        wish.ifPresent(VmSpec::checkName);
        MachineFolder named = wish.isPresent()
                ? MachineFolder.claim(machines, wish.get())
                : MachineFolder.claimLike(machines, request.source().effectiveName());
        return MachinePlace.of(named, request.machine().state().map(directory::resolve));
    }

    private VmHandle start(Request request, MachinePlace place, InputStream standardInput, Reporter reporter)
            throws IOException {
        MachineOptions options = request.machine();
        // Before a long build, so that a wrong number costs no time.
        VmSpec draft = draft(options, place);
        Optional<BootMedia> existing = finder.existing(request.source(), options.kind());
        Contradictions.check(request.source(), options, existing);
        try (BootMediaFinder.Found found =
                finder.find(request.source(), existing, hypervisor, standardInput, reporter)) {
            VmSpec equipped = draft.withMedia(found.media()).withEquipment(equipment(options, place));
            VmSpec spec = MachineMemory.apply(equipped, options.memory(), reporter);
            return startWithDisks(spec, options, place, reporter);
        }
    }

    private static VmSpec draft(MachineOptions options, MachinePlace place) {
        VmSpec spec = VmSpec.of(place.name(), NOT_YET, place.state())
                .withEquipment(options.equipment())
                .withCpus(options.cpus())
                .withPorts(options.ports())
                .withAccelerator(options.accelerator())
                .withExtraCmdline(options.cmdline());
        return options.memory().map(size -> spec.withMemory(size.bytes())).orElse(spec);
    }

    /// Machines that meet others in one network, or that have a folder of their own, keep an address of their own.
    private Equipment equipment(MachineOptions options, MachinePlace place) throws IOException {
        Equipment equipment = options.equipment();
        if (keepsAddress(options)) {
            equipment = equipment.withMac(MacAddress.of(place.state()));
        }
        if (options.data().isPresent()) {
            Path cd = place.state().resolve("data.iso");
            metadata.create(
                    cd, CreateMetadata.LABEL, Map.of("config", options.data().get()));
            equipment = equipment.withCds(List.of(cd));
        }
        return equipment;
    }

    private static boolean keepsAddress(MachineOptions options) {
        return switch (options.equipment().network()) {
            case Network.User user -> options.state().isPresent();
            case Network.None none -> false;
            case Network.Tap tap -> true;
            case Network.Bridge bridge -> true;
        };
    }

    private VmHandle startWithDisks(VmSpec spec, MachineOptions options, MachinePlace place, Reporter reporter)
            throws IOException {
        DiskFiles disks = new DiskFiles(directory, place.state(), reporter);
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
