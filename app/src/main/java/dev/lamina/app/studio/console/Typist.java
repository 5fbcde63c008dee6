package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.Console;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Types into a guest, in order, on a thread of its own: a guest that does not read must not hold up the window.
final class Typist {
    /// More than any paste that makes sense. A guest that has so much to read takes no more.
    private static final int CAPACITY = 1 << 22;

    private final Deque<byte[]> waiting = new ArrayDeque<>();
    private final Console console;
    private final String name;
    private int pending;
    private boolean working;
    private boolean closed;

    /// @param name of the thread
    Typist(String name, Console console) {
        this.name = name;
        this.console = console;
    }

    /// @return whether they will be typed; not when too much waits already, nor when the machine has ended
    synchronized boolean type(byte[] bytes) {
        if (closed || bytes.length > CAPACITY - pending) {
            return false;
        }
        waiting.add(bytes);
        pending += bytes.length;
        if (!working) {
            working = true;
            Thread.ofVirtual().name(name).start(this::work);
        }
        return true;
    }

    /// Types no more.
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private void work() {
        try {
            for (byte[] bytes = next(); bytes.length > 0; bytes = next()) {
                console.write(bytes);
            }
        } catch (IOException e) {
            close(); // the machine has ended; the view says so
        }
    }

    /// Empty when nothing waits.
    private synchronized byte[] next() {
        byte[] bytes = waiting.poll();
        while (bytes != null && bytes.length == 0) {
            bytes = waiting.poll();
        }
        if (bytes == null) {
            working = false;
            return new byte[0];
        }
        pending -= bytes.length;
        return bytes;
    }
}
