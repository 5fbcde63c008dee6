package dev.lamina.app.operation;

import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.PublishedPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Ports of this computer for a machine that is tried out: where another program has one, a free one takes its place.
///
/// @param moved from the wanted port to the one in its place
record SparePorts(List<PublishedPort> published, Map<Integer, Integer> moved) {

    static SparePorts of(List<PublishedPort> wanted, Reporter reporter) {
        List<PublishedPort> published = new ArrayList<>();
        Map<Integer, Integer> moved = new HashMap<>();
        for (PublishedPort port : wanted) {
            boolean udp = port.protocol() == PublishedPort.Protocol.UDP;
            if (PortProbe.busy(port.hostAddress(), port.hostPort(), udp)) {
                int free = free();
                moved.put(port.hostPort(), free);
                published.add(new PublishedPort(port.hostAddress(), free, port.guestPort(), port.protocol()));
                reporter.note("port " + port.hostPort() + " is taken by another program; " + free
                        + " stands for it while this is checked");
            } else {
                published.add(port);
            }
        }
        return new SparePorts(published, moved);
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int now(int wanted) {
        return moved.getOrDefault(wanted, wanted);
    }
}
