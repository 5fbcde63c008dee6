package dev.lamina.vmlaunch.remote;

import dev.lamina.vmlaunch.host.Quietly;
import dev.lamina.vmlaunch.host.SocketStreams;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One connection to the socket of a machine: first a line each way, then perhaps bytes.
final class Peer implements Closeable {
    private final SocketStreams streams;
    private final InputStream input;
    private final OutputStream output;

    Peer(SocketStreams streams) {
        this.streams = streams;
        this.input = new BufferedInputStream(streams.input());
        this.output = streams.output();
    }

    static Peer connect(Path socket) throws IOException {
        return new Peer(SocketStreams.connect(socket));
    }

    /// The next line; empty when it does not come in time, is too long, or the other side has gone.
    Optional<String> line(int longest, Duration patience) throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> late = done.thenRun(() -> Quietly.close(this));
        try {
            done.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
            Optional<String> line = line(longest);
            // Who waited too long has nothing to close any more.
            return done.cancel(false) ? line : Optional.empty();
        } finally {
            late.cancel(false);
            done.cancel(false);
        }
    }

    private Optional<String> line(int longest) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int value = input.read(); value >= 0 && line.size() < longest; value = input.read()) {
            if (value == '\n') {
                return Optional.of(line.toString(StandardCharsets.UTF_8));
            }
            line.write(value);
        }
        return Optional.empty();
    }

    void send(String line) throws IOException {
        output.write(line.getBytes(StandardCharsets.UTF_8));
    }

    /// What follows the line.
    InputStream input() {
        return input;
    }

    OutputStream output() {
        return output;
    }

    @Override
    public void close() throws IOException {
        streams.close();
    }
}
