package dev.lamina.vmlaunch.qemu;

import dev.lamina.vmlaunch.host.SocketStreams;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// Listens for QEMU's connections. We listen and QEMU connects, so that there is nothing to wait or retry for and no
/// early byte is lost. Each channel takes exactly one peer.
///
/// UNIX sockets in a private folder; on Windows, where QEMU learned them late, TCP on the loopback address. (There,
/// another user of the machine could connect first: then QEMU cannot, and the start fails.)
final class ChannelServer implements Closeable {
    private final Map<Channels.Name, ServerSocketChannel> servers = new EnumMap<>(Channels.Name.class);
    private final Channels channels;

    private ChannelServer(Path folder, boolean tcp) throws IOException {
        try {
            for (Channels.Name name : Channels.Name.values()) {
                servers.put(name, tcp ? tcpServer() : unixServer(folder.resolve(name.file())));
            }
            this.channels = tcp ? tcpAddresses() : Channels.in(folder);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    static ChannelServer unix(Path folder) throws IOException {
        return new ChannelServer(folder, false);
    }

    static ChannelServer tcp() throws IOException {
        return new ChannelServer(Path.of(""), true);
    }

    private static ServerSocketChannel unixServer(Path path) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(path), 1);
    }

    private static ServerSocketChannel tcpServer() throws IOException {
        return ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    private Channels tcpAddresses() throws IOException {
        return new Channels(
                tcpAddress(Channels.Name.MONITOR),
                tcpAddress(Channels.Name.CONSOLE),
                tcpAddress(Channels.Name.EVENTS),
                tcpAddress(Channels.Name.CONTROL));
    }

    private String tcpAddress(Channels.Name name) throws IOException {
        InetSocketAddress address = (InetSocketAddress) server(name).getLocalAddress();
        return "host=" + address.getAddress().getHostAddress() + ",port=" + address.getPort();
    }

    private ServerSocketChannel server(Channels.Name name) {
        ServerSocketChannel server = servers.get(name);
        if (server == null) {
            throw new IllegalStateException("no server for " + name);
        }
        return server;
    }

    /// What QEMU is to connect to.
    Channels channels() {
        return channels;
    }

    /// Waits for the peer of one channel and listens no more on it. [#close()] by another thread ends the waiting with
    /// a `ClosedChannelException`.
    SocketStreams accept(Channels.Name name) throws IOException {
        try (ServerSocketChannel server = server(name)) {
            SocketChannel peer = server.accept();
            return new SocketStreams(peer);
        }
    }

    @Override
    public void close() throws IOException {
        for (ServerSocketChannel server : servers.values()) {
            server.close();
        }
    }
}
