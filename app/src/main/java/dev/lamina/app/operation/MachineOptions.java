package dev.lamina.app.operation;

import dev.lamina.assembler.io.ByteSource;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;

/// What machine a system is to run on.
///
/// @param memory empty for what the system needs, at least 512 MiB
/// @param cmdline appended to the kernel's command line; may be empty
/// @param equipment all that is less usual
/// @param kind what the input is
/// @param data what the system is told at its boot, on a CD
/// @param state the machine's own folder, as the user gave it; empty for one of ours
public record MachineOptions(
        int cpus,
        Optional<ByteSize> memory,
        List<DiskRequest> disks,
        List<PublishedPort> ports,
        AcceleratorChoice accelerator,
        String cmdline,
        Equipment equipment,
        BootKind kind,
        Optional<ByteSource> data,
        Optional<String> state) {
    public static final MachineOptions DEFAULT =
            new MachineOptions(1, Optional.empty(), List.of(), List.of(), AcceleratorChoice.AUTO, "");

    public MachineOptions {
        disks = List.copyOf(disks);
        ports = List.copyOf(ports);
    }

    /// A machine with nothing unusual.
    public MachineOptions(
            int cpus,
            Optional<ByteSize> memory,
            List<DiskRequest> disks,
            List<PublishedPort> ports,
            AcceleratorChoice accelerator,
            String cmdline) {
        this(
                cpus,
                memory,
                disks,
                ports,
                accelerator,
                cmdline,
                Equipment.NONE,
                BootKind.AUTO,
                Optional.empty(),
                Optional.empty());
    }

    public MachineOptions withMemory(Optional<ByteSize> value) {
        return new MachineOptions(cpus, value, disks, ports, accelerator, cmdline, equipment, kind, data, state);
    }

    public MachineOptions withDisks(List<DiskRequest> value) {
        return new MachineOptions(cpus, memory, value, ports, accelerator, cmdline, equipment, kind, data, state);
    }

    public MachineOptions withPorts(List<PublishedPort> value) {
        return new MachineOptions(cpus, memory, disks, value, accelerator, cmdline, equipment, kind, data, state);
    }

    public MachineOptions withAccelerator(AcceleratorChoice value) {
        return new MachineOptions(cpus, memory, disks, ports, value, cmdline, equipment, kind, data, state);
    }

    public MachineOptions withEquipment(Equipment value) {
        return new MachineOptions(cpus, memory, disks, ports, accelerator, cmdline, value, kind, data, state);
    }

    public MachineOptions withKind(BootKind value) {
        return new MachineOptions(cpus, memory, disks, ports, accelerator, cmdline, equipment, value, data, state);
    }

    public MachineOptions withData(ByteSource value) {
        return new MachineOptions(
                cpus, memory, disks, ports, accelerator, cmdline, equipment, kind, Optional.of(value), state);
    }

    public MachineOptions withState(Optional<String> value) {
        return new MachineOptions(cpus, memory, disks, ports, accelerator, cmdline, equipment, kind, data, value);
    }
}
