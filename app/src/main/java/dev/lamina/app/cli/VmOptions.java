package dev.lamina.app.cli;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The virtual machine of `lamina run`. Options that LinuxKit's tool has keep its names and forms.
final class VmOptions {
    @Option(
            names = "--cpus",
            paramLabel = "N",
            defaultValue = "1",
            description = "Processors (default: ${DEFAULT-VALUE}).")
    int cpus = 1;

    @Mixin
    final BootOptions boot = new BootOptions();

    @Option(
            names = "--disk",
            paramLabel = "DISK",
            converter = Values.OfDisk.class,
            description =
                    "A disk as [file=]PATH[,size=N[M|G]][,format=raw|qcow2]; a raw one is made when it is not there"
                            + " and has a size. Give the option again for more disks.")
    List<DiskRequest> disks = List.of();

    @Option(
            names = "--publish",
            paramLabel = "PORTS",
            converter = Values.OfPort.class,
            description = "Lead a port of this machine to one of the guest: [ADDRESS:]HOST:GUEST[/tcp|udp]. Without an"
                    + " address only programs on this machine reach it. Give the option again for more ports.")
    List<PublishedPort> ports = List.of();

    @Option(
            names = "--cmdline",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Add to the kernel's command line.")
    String cmdline = "";

    MachineOptions options() {
        return new MachineOptions(cpus, boot.memory(), disks, ports, boot.accelerator, cmdline);
    }
}
