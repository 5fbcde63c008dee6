package dev.lamina.app.studio.machine;

import dev.lamina.app.operation.DiskRequest;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.ByteSize;
import dev.lamina.vmlaunch.PublishedPort;
import java.util.Optional;

/// What people type in a row, and what it means.
final class Rows {
    private Rows() {}

    /// @throws InputException it is no port to publish
    static PublishedPort port(String host, String guest, String protocol, boolean everybody) {
        String address = everybody ? "0.0.0.0:" : "";
        return PublishedPort.parse(address + host.strip() + ":" + guest.strip() + "/" + protocol);
    }

    /// @throws InputException it is no disk
    static DiskRequest disk(String file, String size) {
        String name = file.strip();
        if (name.isEmpty()) {
            return DiskRequest.parse("size=" + size.strip());
        }
        // A comma in a name would begin another part.
        Optional<ByteSize> wanted = size.isBlank()
                ? Optional.empty()
                : DiskRequest.parse("size=" + size.strip()).size();
        return new DiskRequest(Optional.of(name), wanted, Optional.empty());
    }

    /// Where one gets with a published port in a browser, or with another program.
    static String address(PublishedPort port) {
        boolean web = port.protocol() == PublishedPort.Protocol.TCP;
        return (web ? "http://" : "") + "127.0.0.1:" + port.hostPort() + (web ? "/" : "");
    }

    /// A port of this computer for one of the guest: the same one where that needs no rights, else one
    /// above 1024.
    static int hostPort(int guest) {
        return guest > 1024 ? guest : guest == 80 ? 8080 : guest == 443 ? 8443 : guest == 22 ? 2222 : 10_000 + guest;
    }
}
