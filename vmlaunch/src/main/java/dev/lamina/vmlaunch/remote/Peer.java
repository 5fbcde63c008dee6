package dev.lamina.vmlaunch.remote;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One connection to the socket of a machine: first a line each way, then perhaps bytes.
final class Peer implements AutoCloseable {
    private final SocketChannel channel;
    private final InputStream input;

    Peer(SocketChannel channel) {
        this.channel = channel;
        this.input = new BufferedInputStream(Channels.newInputStream(channel));
    }

    static Peer connect(Path socket) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        boolean connected = false;
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
            connected = true;
            return new Peer(channel);
        } finally {
            if (!connected) {
                channel.close();
            }
        }
    }

    /// The next line; empty when it does not come in time, is too long, or the other side has gone.
    Optional<String> line(int longest, Duration patience) throws IOException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        CompletableFuture<Void> late = done.thenRun(this::closeQuietly);
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
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /// What follows the line.
    InputStream input() {
        return input;
    }

    OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                Peer.this.write(bytes, offset, length);
            }
        };
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
            return;
        }
    }
}
