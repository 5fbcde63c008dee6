package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.Console;
import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;

/// Types into a guest, in order, on a thread of its own: a guest that does not read must not hold up the window.
final class Typist {
    /// More than any paste that makes sense. A guest that has so much to read takes no more.
    private static final int CAPACITY = 1 << 22;

    private static final byte[] END = new byte[0];

    private final LinkedBlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>();
    private final Console console;
    private long pending;

    Typist(Console console) {
        this.console = console;
    }

    Typist start(String name) {
        Thread.ofPlatform().daemon().name(name).start(this::work);
        return this;
    }

    /// @return whether they will be typed; not when too much waits already
    boolean type(byte[] bytes) {
        if (bytes.length == 0 || !reserve(bytes.length)) {
            return bytes.length == 0;
        }
        waiting.add(bytes);
        return true;
    }

    private synchronized boolean reserve(int count) {
        if (pending + count > CAPACITY) {
            return false;
        }
        pending += count;
        return true;
    }

    private synchronized void typed(int count) {
        pending -= count;
    }

    /// Types what waits, then ends.
    void close() {
        waiting.add(END);
    }

    private void work() {
        try {
            for (byte[] bytes = waiting.take(); bytes != END; bytes = waiting.take()) {
                console.write(bytes);
                typed(bytes.length);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            waiting.clear(); // the machine has ended; the view says so
        }
    }
}
