package dev.lamina.app.profile;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.app.operation.MachineOptions;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.PublishedPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What machine a composition is to run on: the section `run` of its side file `NAME.lamina.yml`.
///
/// @param backend as `--backend` takes it; empty for the best of this computer
/// @param cpus empty for one
/// @param memory empty for what the system needs
/// @param publish ports of this computer that lead to ports of the guest
/// @param shares folders of this computer for the guest, as they are written
/// @param privateNetworks networks with other machines of this computer
/// @param usb a USB controller
/// @param tpm a TPM 2.0
/// @param data a file that tells the system something at its boot, as it is written
public record RunProfile(
        Optional<String> backend,
        OptionalInt cpus,
        Optional<ByteSize> memory,
        List<DiskRequest> disks,
        List<PublishedPort> publish,
        List<String> shares,
        List<PrivateNetwork> privateNetworks,
        boolean usb,
        boolean tpm,
        Optional<String> data) {
    public static final RunProfile NONE = new RunProfile(
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            false,
            Optional.empty());

    public RunProfile {
        disks = List.copyOf(disks);
        publish = List.copyOf(publish);
        shares = List.copyOf(shares);
        privateNetworks = List.copyOf(privateNetworks);
    }

    public RunProfile withBackend(Optional<String> value) {
        return new RunProfile(value, cpus, memory, disks, publish, shares, privateNetworks, usb, tpm, data);
    }

    public RunProfile withCpus(OptionalInt value) {
        return new RunProfile(backend, value, memory, disks, publish, shares, privateNetworks, usb, tpm, data);
    }

    public RunProfile withMemory(Optional<ByteSize> value) {
        return new RunProfile(backend, cpus, value, disks, publish, shares, privateNetworks, usb, tpm, data);
    }

    public RunProfile withDisks(List<DiskRequest> value) {
        return new RunProfile(backend, cpus, memory, value, publish, shares, privateNetworks, usb, tpm, data);
    }

    public RunProfile withPublish(List<PublishedPort> value) {
        return new RunProfile(backend, cpus, memory, disks, value, shares, privateNetworks, usb, tpm, data);
    }

    public RunProfile withShares(List<String> value) {
        return new RunProfile(backend, cpus, memory, disks, publish, value, privateNetworks, usb, tpm, data);
    }

    public RunProfile withPrivateNetworks(List<PrivateNetwork> value) {
        return new RunProfile(backend, cpus, memory, disks, publish, shares, value, usb, tpm, data);
    }

    public RunProfile withUsb(boolean value) {
        return new RunProfile(backend, cpus, memory, disks, publish, shares, privateNetworks, value, tpm, data);
    }

    public RunProfile withTpm(boolean value) {
        return new RunProfile(backend, cpus, memory, disks, publish, shares, privateNetworks, usb, value, data);
    }

    public RunProfile withData(Optional<String> value) {
        return new RunProfile(backend, cpus, memory, disks, publish, shares, privateNetworks, usb, tpm, value);
    }

    /// The machine.
    ///
    /// @param folder where the names of files start: that of the side file
    /// @throws InputException the file with data cannot be read
    public MachineOptions options(Path folder) {
        MachineOptions options = new MachineOptions(
                        cpus.orElse(1),
                        memory,
                        disks.stream().map(disk -> in(folder, disk)).toList(),
                        publish,
                        AcceleratorChoice.AUTO,
                        "")
                .withEquipment(equipment(folder));
        return data.map(file -> options.withData(content(folder.resolve(file)))).orElse(options);
    }

    private Equipment equipment(Path folder) {
        Equipment equipment = Equipment.NONE
                .withShares(shares.stream().map(folder::resolve).toList())
                .withPrivateNetworks(privateNetworks);
        equipment = usb ? equipment.withUsb() : equipment;
        return tpm ? equipment.withTpm() : equipment;
    }

    private static ByteSource content(Path file) {
        try {
            return ByteSource.of(file);
        } catch (IOException e) {
            throw new InputException("cannot read " + file, "correct 'data' in the side file, or leave it out", e);
        }
    }

    private static DiskRequest in(Path folder, DiskRequest disk) {
        return new DiskRequest(disk.file().map(file -> folder.resolve(file).toString()), disk.size(), disk.format());
    }
}
