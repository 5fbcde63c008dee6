package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What this computer sees of a machine through its published ports.
final class FromHost {
    private FromHost() {}

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    static String page(int port, String path) throws IOException {
        URLConnection connection =
                URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
        connection.setReadTimeout((int) BootedSystem.PATIENCE.toMillis());
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// All lines of the answers to the commands, after which the server ends the connection.
    static List<String> redis(int port, String... commands) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) BootedSystem.PATIENCE.toMillis());
            String request = String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            List<String> lines = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            assertThat(lines).endsWith("+OK");
            return lines.subList(0, lines.size() - 1);
        }
    }

    /// A service has been started before it listens.
    static void awaitListener(BootedSystem system, int port) {
        system.exec("until netstat -tln | grep -q ':%d '; do sleep 0.2; done".formatted(port));
    }
}
