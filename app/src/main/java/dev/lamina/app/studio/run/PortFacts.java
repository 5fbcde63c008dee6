package dev.lamina.app.studio.run;

import dev.lamina.app.operation.PortOwner;
import dev.lamina.app.operation.PortProbe;
import dev.lamina.vmlaunch.PublishedPort;
import java.nio.file.Path;
import java.util.Optional;

/// What is to be known of a port that is taken.
///
/// @param owner which program has it
/// @param free another one that is easy to remember
record PortFacts(Optional<String> owner, int free) {

    /// Asks this computer.
    static PortFacts of(PublishedPort port) {
        boolean udp = port.protocol() == PublishedPort.Protocol.UDP;
        return new PortFacts(
                new PortOwner(Path.of("/proc")).of(port.hostPort(), udp),
                PortProbe.freeAbove(port.hostAddress(), port.hostPort(), udp));
    }
}
