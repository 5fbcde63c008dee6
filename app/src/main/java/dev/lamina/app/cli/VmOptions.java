package dev.lamina.app.cli;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The virtual machine of `lamina run`. Options that LinuxKit's tool has keep its names and forms.
final class VmOptions {
    @Option(
            names = "--cpus",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processors (default: ${DEFAULT-VALUE}).")
    int cpus = 1;

    @Option(
            names = "--mem",
            paramLabel = "SIZE",
            converter = Values.OfMemory.class,
            description = "Memory, e.g. 1G; a plain number is MiB (default: 512M, or more if the system needs it).")
    @Nullable
    ByteSize memory;

    @Option(
            names = "--disk",
            paramLabel = "DISK",
            converter = Values.OfDisk.class,
            description = {
                "A disk as [file=]PATH[,size=N[M|G]][,format=raw|qcow2]; a raw one is made when it is not there",
                "and has a size. Give the option again for more disks."
            })
    List<DiskRequest> disks = List.of();

    @Option(
            names = "--publish",
            paramLabel = "PORTS",
            converter = Values.OfPort.class,
            description = {
                "Lead a port of this machine to one of the guest: [ADDRESS:]HOST:GUEST[/tcp|udp]. Without an",
                "address only programs on this machine reach it. Give the option again for more ports."
            })
    List<PublishedPort> ports = List.of();

    @Option(
            names = "--accel",
            paramLabel = "HOW",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}: what was seen to work here).")
    AcceleratorChoice accelerator = AcceleratorChoice.AUTO;

    @Option(
            names = "--cmdline",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Add to the kernel's command line.")
    String cmdline = "";

    MachineOptions options() {
        return new MachineOptions(cpus, Optional.ofNullable(memory), disks, ports, accelerator, cmdline);
    }
}
