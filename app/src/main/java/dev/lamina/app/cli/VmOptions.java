package dev.lamina.app.cli;

import dev.lamina.app.operation.BootKind;
import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The virtual machine of `lamina run`. Options that LinuxKit's tool has keep its names and forms.
final class VmOptions {
    @Option(names = "--cpus", paramLabel = "N", description = "Processors (default: 1).")
    @Nullable
    Integer cpus;

    @Mixin
    final BootOptions boot = new BootOptions();

    @Option(
            names = "--disk",
            paramLabel = "DISK",
            converter = Values.OfDisk.class,
            description = "A disk as [file=]PATH[,size=N[M|G]][,format=raw|qcow2|vmdk|vhd|vhdx]; a raw or qcow2 one is"
                    + " made when it is not there and has a size, without PATH in the machine's folder. Give the"
                    + " option again for more disks.")
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

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Keep the machine's state here: disks without PATH, its network address, firmware settings.")
    @Nullable
    String state;

    @Mixin
    final EquipmentOptions equipment = new EquipmentOptions();

    @ArgGroup
    @Nullable
    KindOptions kind;

    @ArgGroup
    @Nullable
    DataOptions data;

    /// @param usual the machine where the user says nothing else
    MachineOptions options(Session session, MachineOptions usual) {
        Environment environment = session.environment();
        Equipment wanted = equipment.equipment(environment.directory());
        MachineOptions options = new MachineOptions(
                        cpus == null ? usual.cpus() : cpus,
                        boot.memory().or(usual::memory),
                        disks.isEmpty() ? usual.disks() : disks,
                        ports.isEmpty() ? usual.ports() : ports,
                        boot.accelerator(environment),
                        cmdline)
                .withEquipment(completed(wanted, usual.equipment()))
                .withKind(kind == null ? BootKind.AUTO : kind.kind())
                .withState(Optional.ofNullable(state));
        return data == null
                ? usual.data().map(options::withData).orElse(options)
                : data.source(session).map(options::withData).orElse(options);
    }

    /// What the user does not ask for is as usual.
    private static Equipment completed(Equipment wanted, Equipment usual) {
        Equipment equipment = wanted.shares().isEmpty() ? wanted.withShares(usual.shares()) : wanted;
        equipment = equipment.privateNetworks().isEmpty()
                ? equipment.withPrivateNetworks(usual.privateNetworks())
                : equipment;
        equipment = usual.usb() ? equipment.withUsb() : equipment;
        return usual.tpm() ? equipment.withTpm() : equipment;
    }
}
