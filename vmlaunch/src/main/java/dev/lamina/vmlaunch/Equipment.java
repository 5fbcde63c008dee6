package dev.lamina.vmlaunch;

import dev.lamina.model.problem.InputException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a machine has besides processors, memory and disks.
///
/// @param uefi empty for the firmware that the machine has by itself, if it has any
/// @param cds images of CDs that the guest sees in this order
/// @param mac of the network card; empty for the hypervisor's usual one
/// @param privateNetworks with a card for each, behind the one of the network
/// @param usb a USB controller
/// @param devices as QEMU's option `-device` takes them: `DRIVER[,PROPERTY=VALUE…]`
/// @param shares folders of the host, which the guest mounts by the tags `virtiofs0`, `virtiofs1`, …
/// @param tpm a TPM 2.0, whose content stays in the machine's folder
/// @param window the machine has a screen, in a window; its serial console stays
public record Equipment(
        Optional<Uefi> uefi,
        List<Path> cds,
        Network network,
        Optional<String> mac,
        List<PrivateNetwork> privateNetworks,
        boolean usb,
        List<String> devices,
        List<Path> shares,
        boolean tpm,
        boolean window) {
    public static final Equipment NONE = new Equipment(
            Optional.empty(),
            List.of(),
            new Network.User(),
            Optional.empty(),
            List.of(),
            false,
            List.of(),
            List.of(),
            false,
            false);

    public Equipment {
        cds = List.copyOf(cds);
        privateNetworks = List.copyOf(privateNetworks);
        devices = List.copyOf(devices);
        shares = List.copyOf(shares);
        devices.forEach(Equipment::checkDevice);
        checkNames(privateNetworks);
    }

    private static void checkNames(List<PrivateNetwork> networks) {
        Set<String> seen = new HashSet<>();
        networks.stream()
                .map(PrivateNetwork::name)
                .filter(name -> !seen.add(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InputException("the machine is twice in the private network " + name, "name it once");
                });
    }

    private static void checkDevice(String device) {
        if (device.isBlank() || device.startsWith("-") || device.chars().anyMatch(Character::isISOControl)) {
            throw new InputException(
                    "'" + device.replaceAll("\\p{Cntrl}", " ") + "' is not a device",
                    "write DRIVER[,PROPERTY=VALUE…], for example usb-host,vendorid=0x1234,productid=0x5678");
        }
    }

    public Equipment withUefi(Uefi value) {
        return new Equipment(Optional.of(value), cds, network, mac, privateNetworks, usb, devices, shares, tpm, window);
    }

    public Equipment withCds(List<Path> value) {
        return new Equipment(uefi, value, network, mac, privateNetworks, usb, devices, shares, tpm, window);
    }

    public Equipment withNetwork(Network value) {
        return new Equipment(uefi, cds, value, mac, privateNetworks, usb, devices, shares, tpm, window);
    }

    public Equipment withMac(String value) {
        return new Equipment(
                uefi, cds, network, Optional.of(value), privateNetworks, usb, devices, shares, tpm, window);
    }

    public Equipment withPrivateNetworks(List<PrivateNetwork> value) {
        return new Equipment(uefi, cds, network, mac, value, usb, devices, shares, tpm, window);
    }

    public Equipment withUsb() {
        return new Equipment(uefi, cds, network, mac, privateNetworks, true, devices, shares, tpm, window);
    }

    public Equipment withDevices(List<String> value) {
        return new Equipment(uefi, cds, network, mac, privateNetworks, usb, value, shares, tpm, window);
    }

    public Equipment withShares(List<Path> value) {
        return new Equipment(uefi, cds, network, mac, privateNetworks, usb, devices, value, tpm, window);
    }

    public Equipment withTpm() {
        return new Equipment(uefi, cds, network, mac, privateNetworks, usb, devices, shares, true, window);
    }

    public Equipment withWindow() {
        return new Equipment(uefi, cds, network, mac, privateNetworks, usb, devices, shares, tpm, true);
    }
}
