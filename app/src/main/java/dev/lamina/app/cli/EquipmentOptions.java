package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import dev.lamina.app.operation.VmPrograms;
import dev.lamina.vmlaunch.Equipment;
import dev.lamina.vmlaunch.Network;
import dev.lamina.vmlaunch.PrivateNetwork;
import dev.lamina.vmlaunch.Uefi;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What a machine of `lamina run` has besides processors, memory and disks. The names are LinuxKit's.
final class EquipmentOptions {
    @Option(names = "--uefi", description = "Boot a disk or CD image by UEFI firmware.")
    boolean uefi;

    @Option(
            names = "--fw",
            paramLabel = "FILE",
            description = "The UEFI firmware, for example OVMF_CODE.fd (default: the installed one). Implies --uefi.")
    @Nullable
    Path firmware;

    @Option(
            names = "--networking",
            paramLabel = "NET",
            converter = Values.OfNetwork.class,
            defaultValue = "user",
            description =
                    "user: translated by QEMU, needs no rights; none; tap,DEVICE; bridge,NAME, through QEMU's bridge"
                            + " helper (default: ${DEFAULT-VALUE}).")
    Network network = new Network.User();

    @Option(
            names = "--private",
            paramLabel = "NAME",
            converter = Values.OfPrivateNetwork.class,
            description = "One more network card, in a network of the machines of this computer that name it too. Give"
                    + " the option again for more networks.")
    List<PrivateNetwork> privateNetworks = List.of();

    @Option(names = "--tpm", description = "A TPM 2.0, kept in the machine's folder. Needs swtpm.")
    boolean tpm;

    @Option(names = "--usb", description = "A USB controller.")
    boolean usb;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "A device as QEMU's -device takes it, DRIVER[,PROPERTY=VALUE...], for example"
                    + " usb-host,vendorid=0x1234,productid=0x5678. Give the option again for more devices.")
    List<String> devices = List.of();

    @Option(
            names = {"--share", "--virtiofs"},
            paramLabel = "DIR",
            description = "A folder of this machine for the guest, which mounts it by the tag virtiofs0, the next one"
                    + " virtiofs1 ..., as file system virtiofs where virtiofsd is found, otherwise as 9p.")
    List<Path> shares = List.of();

    @Option(
            names = "--virtiofsd",
            paramLabel = "FILE",
            description = "The program that shares folders (default: on the PATH and in the usual folders).")
    @Nullable
    Path virtiofsd;

    @Option(names = "--gui", description = "A window with the machine's screen; the serial console stays where it is.")
    boolean window;

    @Option(
            names = "--qemu",
            paramLabel = "FILE",
            description =
                    "The program qemu-system-ARCH, or its folder (default: LAMINA_QEMU, the PATH, the usual folders).")
    @Nullable
    Path qemu;

    /// The operations with the programs that the user named.
    ///
    /// @param backend the hypervisor; empty for the best
    Operations operations(Operations usual, Optional<String> backend, Session session) {
        if (backend.isEmpty() && qemu == null && virtiofsd == null) {
            return usual;
        }
        Path directory = session.environment().directory();
        return usual.withPrograms(new VmPrograms(
                backend,
                Optional.ofNullable(qemu).map(directory::resolve),
                Optional.ofNullable(virtiofsd).map(directory::resolve)));
    }

    /// @param directory relative paths start here
    Equipment equipment(Path directory) {
        Equipment equipment = Equipment.NONE
                .withNetwork(network)
                .withPrivateNetworks(privateNetworks)
                .withDevices(devices)
                .withShares(shares.stream().map(directory::resolve).toList());
        equipment = usb ? equipment.withUsb() : equipment;
        equipment = tpm ? equipment.withTpm() : equipment;
        equipment = window ? equipment.withWindow() : equipment;
        Optional<Path> code = Optional.ofNullable(firmware).map(directory::resolve);
        return uefi || code.isPresent() ? equipment.withUefi(new Uefi(code)) : equipment;
    }
}
