package dev.lamina.vmlaunch;

import dev.lamina.model.problem.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a machine has besides processors, memory and disks.
///
/// @param uefi empty for the firmware that the machine has by itself, if it has any
/// @param cds images of CDs that the guest sees in this order
/// @param mac of the network card; empty for the hypervisor's usual one
/// @param usb a USB controller
/// @param devices as QEMU's option `-device` takes them: `DRIVER[,PROPERTY=VALUE…]`
/// @param shares folders of the host, which the guest mounts by the tags `virtiofs0`, `virtiofs1`, …
/// @param window the machine has a screen, in a window; its serial console stays
public record Equipment(
        Optional<Uefi> uefi,
        List<Path> cds,
        Network network,
        Optional<String> mac,
        boolean usb,
        List<String> devices,
        List<Path> shares,
        boolean window) {
    public static final Equipment NONE = new Equipment(
            Optional.empty(), List.of(), new Network.User(), Optional.empty(), false, List.of(), List.of(), false);

    public Equipment {
        cds = List.copyOf(cds);
        devices = List.copyOf(devices);
        shares = List.copyOf(shares);
        devices.forEach(Equipment::checkDevice);
    }

    private static void checkDevice(String device) {
        if (device.isBlank() || device.startsWith("-") || device.chars().anyMatch(Character::isISOControl)) {
            throw new InputException(
                    "'" + device.replaceAll("\\p{Cntrl}", " ") + "' is not a device",
                    "write DRIVER[,PROPERTY=VALUE…], for example usb-host,vendorid=0x1234,productid=0x5678");
        }
    }

    public Equipment withUefi(Uefi value) {
        return new Equipment(Optional.of(value), cds, network, mac, usb, devices, shares, window);
    }

    public Equipment withCds(List<Path> value) {
        return new Equipment(uefi, value, network, mac, usb, devices, shares, window);
    }

    public Equipment withNetwork(Network value) {
        return new Equipment(uefi, cds, value, mac, usb, devices, shares, window);
    }

    public Equipment withMac(String value) {
        return new Equipment(uefi, cds, network, Optional.of(value), usb, devices, shares, window);
    }

    public Equipment withUsb() {
        return new Equipment(uefi, cds, network, mac, true, devices, shares, window);
    }

    public Equipment withDevices(List<String> value) {
        return new Equipment(uefi, cds, network, mac, usb, value, shares, window);
    }

    public Equipment withShares(List<Path> value) {
        return new Equipment(uefi, cds, network, mac, usb, devices, value, window);
    }

    public Equipment withWindow() {
        return new Equipment(uefi, cds, network, mac, usb, devices, shares, true);
    }
}
