package dev.lamina.app.operation;

import dev.lamina.model.check.RunFacts.Publish;
import dev.lamina.vmlaunch.PublishedPort;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;

/// Looks whether a port of this computer is taken.
public final class PortProbe {
    /// All addresses of this computer.
    private static final String EVERYWHERE = "0.0.0.0";

    private PortProbe() {}

    /// Whether another program listens there; a port that only root may use is not busy.
    public static boolean busy(String address, int port, boolean udp) {
        try {
            InetSocketAddress place = new InetSocketAddress(InetAddress.getByName(address), port);
            return udp ? busyUdp(place) : busyTcp(place);
        } catch (IOException e) {
            return false;
        }
    }

    /// A port that is to be published, as rules look at it.
    public static Publish look(PublishedPort port) {
        boolean udp = port.protocol() == PublishedPort.Protocol.UDP;
        return new Publish(
                port.hostAddress().equals(EVERYWHERE) ? "" : port.hostAddress(),
                port.hostPort(),
                port.guestPort(),
                udp,
                busy(port.hostAddress(), port.hostPort(), udp));
    }

    /// The first port above another one that nobody listens on, so that it is easy to remember.
    public static int freeAbove(String address, int port, boolean udp) {
        int first = port < 1024 ? port + 8000 : port + 1;
        for (int other = first; other < first + 100 && other <= 65535; other++) {
            if (!busy(address, other, udp)) {
                return other;
            }
        }
        return port % 50000 + 10000;
    }

    private static boolean busyTcp(InetSocketAddress place) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(place);
            return false;
        } catch (SocketException e) {
            return inUse(e);
        }
    }

    private static boolean busyUdp(InetSocketAddress place) {
        try (DatagramSocket socket = new DatagramSocket(null)) {
            socket.bind(place);
            return false;
        } catch (SocketException e) {
            return inUse(e);
        }
    }

    private static boolean inUse(SocketException e) {
        return String.valueOf(e.getMessage()).contains("in use");
    }
}
