package dev.lamina.app.operation;

import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;

/// What machine a system is to run on.
///
/// @param memory empty for what the system needs, at least 512 MiB
/// @param cmdline appended to the kernel's command line; may be empty
public record MachineOptions(
        int cpus,
        Optional<ByteSize> memory,
        List<DiskRequest> disks,
        List<PublishedPort> ports,
        AcceleratorChoice accelerator,
        String cmdline) {
    public static final MachineOptions DEFAULT =
            new MachineOptions(1, Optional.empty(), List.of(), List.of(), AcceleratorChoice.AUTO, "");

    public MachineOptions {
        disks = List.copyOf(disks);
        ports = List.copyOf(ports);
    }

    public MachineOptions withMemory(Optional<ByteSize> value) {
        return new MachineOptions(cpus, value, disks, ports, accelerator, cmdline);
    }

    public MachineOptions withAccelerator(AcceleratorChoice value) {
        return new MachineOptions(cpus, memory, disks, ports, value, cmdline);
    }
}
