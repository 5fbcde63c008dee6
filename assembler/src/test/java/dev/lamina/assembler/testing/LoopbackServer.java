package dev.lamina.assembler.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Takes connections on the loopback address, each in a thread of its own, until it is closed.
final class LoopbackServer implements AutoCloseable {
    private final ServerSocket server;
    private final Connection connection;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /// What is done with a connection. It is closed afterwards.
    @FunctionalInterface
    interface Connection {
        void answer(Socket socket) throws IOException, InterruptedException;
    }

    LoopbackServer(Connection connection) throws IOException {
        this.connection = connection;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /// Host and port.
    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket socket) {
        try (socket) {
            connection.answer(socket);
        } catch (IOException | InterruptedException e) {
            // the client went away
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
