package dev.lamina.vmlaunch.remote;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.Replay;
import dev.lamina.vmlaunch.Subscription;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// Carries a console to somebody who watches and types along. Who reads too slowly misses something and is told how
/// much, so that neither the guest nor others wait for him.
final class ConsoleRelay implements Console.Listener {
    /// More than a console keeps, which is the first that is sent.
    private static final int ROOM = 1024 * 1024;

    private final Console console;
    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private int size;
    private long missed;
    private boolean over;

    /// What comes is from before.
    private volatile boolean replaying = true;

    ConsoleRelay(Console console) {
        this.console = console;
    }

    /// Returns when the machine has ended or the other side has gone.
    void carry(InputStream keys, OutputStream screen) throws IOException {
        Thread.ofVirtual().name("remote-keys").start(() -> type(keys));
        try (Subscription ignored = console.listen(this)) {
            replaying = false;
            for (byte[] next = next(); next.length > 0; next = next()) {
                screen.write(next);
            }
        }
    }

    private void type(InputStream keys) {
        byte[] buffer = new byte[1024];
        try {
            for (int count = keys.read(buffer); count >= 0; count = keys.read(buffer)) {
                console.write(buffer, 0, count);
            }
        } catch (IOException e) {
            // The machine or the other side has gone, which is the end in any case.
        } finally {
            ended();
        }
    }

    @Override
    public synchronized void received(byte[] bytes, int offset, int length) {
        if (size + length > ROOM) {
            missed += length;
            return;
        }
        tellOfMissed();
        add(replaying ? Replay.of(bytes, offset, length) : Arrays.copyOfRange(bytes, offset, offset + length));
    }

    private void tellOfMissed() {
        if (missed > 0) {
            add(("\r\n[" + missed + " bytes are missing here: they came too fast]\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            missed = 0;
        }
    }

    private void add(byte[] bytes) {
        waiting.add(bytes);
        size += bytes.length;
        notifyAll();
    }

    @Override
    public synchronized void ended() {
        over = true;
        notifyAll();
    }

    /// Empty at the end.
    private synchronized byte[] next() throws IOException {
        try {
            while (waiting.isEmpty() && !over) {
                wait();
            }
            byte[] next = waiting.isEmpty() ? new byte[0] : waiting.remove();
            size -= next.length;
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
