package dev.lamina.app.operation;

import dev.lamina.model.expect.Expectation.Http;
import dev.lamina.model.expect.Expectation.Tcp;
import dev.lamina.model.expect.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
        // These are times for single bytes, and a guest may answer byte by byte.
        CompletableFuture<Void> end = CompletableFuture.runAsync(
                connection::disconnect, CompletableFuture.delayedExecutor(2L * patience, TimeUnit.MILLISECONDS));
        try {
            int status = connection.getResponseCode();
            if (status != expected.status()) {
                return Outcome.fails(expected, "it answers with " + status);
            }
            String page = expected.contains().isPresent() ? page(connection, status, patience) : "";
            return expected.contains().filter(text -> !page.contains(text)).isPresent()
                    ? Outcome.fails(expected, "it answers with another page")
                    : Outcome.holds(expected);
        } finally {
            end.cancel(false);
            connection.disconnect();
        }
    }

    /// 0 would mean forever.
    private static int millis(Duration time) {
        return (int) Math.max(1, time.toMillis());
    }

    /// Its beginning when it is too large, or does not end in time.
    private static String page(HttpURLConnection connection, int status, int patience) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patience);
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try (InputStream in = body(connection, status)) {
            int count = in.read(part);
            while (count >= 0 && page.size() < MOST_BYTES && System.nanoTime() - end < 0) {
                page.write(part, 0, count);
                count = in.read(part);
            }
        }
        return page.toString(StandardCharsets.UTF_8);
    }

    /// An answer that tells of an error has a page as well, or none at all.
    private static InputStream body(HttpURLConnection connection, int status) throws IOException {
        if (status < HttpURLConnection.HTTP_BAD_REQUEST) {
            return connection.getInputStream();
        }
        return Objects.requireNonNullElseGet(connection.getErrorStream(), InputStream::nullInputStream);
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
