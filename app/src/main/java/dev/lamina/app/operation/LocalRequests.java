package dev.lamina.app.operation;

import dev.lamina.model.expect.Expectation.Http;
import dev.lamina.model.expect.Expectation.Tcp;
import dev.lamina.model.expect.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntUnaryOperator;

/// Requests to published ports of this computer.
final class LocalRequests {
    /// Behind a port that nobody listens to, the hypervisor takes the connection and ends it at once.
    private static final int ENDED_BY = 500;
    private static final int MOST_BYTES = 1 << 20;
    private static final int USUAL_PORT = 80;

    private final IntUnaryOperator ports;

    LocalRequests(IntUnaryOperator ports) {
        this.ports = ports;
    }

    /// @param patience how long an answer may take to begin
    Outcome http(Http expected, Duration patience) {
        try {
            return answered(expected, millis(patience));
        } catch (IOException e) {
            return Outcome.fails(expected, "there is no answer");
        }
    }

    private Outcome answered(Http expected, int patience) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) local(expected.address()).toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(patience);
        connection.setReadTimeout(patience);
        try {
            int status = connection.getResponseCode();
            if (status != expected.status()) {
                return Outcome.fails(expected, "it answers with " + status);
            }
            String page = status < HttpURLConnection.HTTP_BAD_REQUEST ? page(connection) : "";
            return expected.contains().filter(text -> !page.contains(text)).isPresent()
                    ? Outcome.fails(expected, "it answers with another page")
                    : Outcome.holds(expected);
        } finally {
            connection.disconnect();
        }
    }

    /// 0 would mean forever.
    private static int millis(Duration time) {
        return (int) Math.max(1, time.toMillis());
    }

    private static String page(HttpURLConnection connection) throws IOException {
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    private URI local(String address) {
        URI wanted = URI.create(address);
        int port = ports.applyAsInt(wanted.getPort() < 0 ? USUAL_PORT : wanted.getPort());
        String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
        return URI.create("http://127.0.0.1:" + port + wanted.getRawPath() + query);
    }

    Outcome tcp(Tcp expected, Duration patience) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", ports.applyAsInt(expected.port())), millis(patience));
            socket.setSoTimeout(ENDED_BY);
            return socket.getInputStream().read() < 0
                    ? Outcome.fails(expected, "nobody listens behind it")
                    : Outcome.holds(expected);
        } catch (SocketTimeoutException e) {
            return Outcome.holds(expected);
        } catch (IOException e) {
            return Outcome.fails(expected, "nobody listens there");
        }
    }
}
