package dev.lamina.vmlaunch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Hands what a guest prints to the log file and to all listeners, whatever hypervisor it comes from.
public final class ConsoleHub implements Console {
    private static final int RECENT = 256 * 1024;

    private final Path log;
    private final OutputStream keyboard;
    private final List<Listener> listeners = new ArrayList<>();
    private final Recent recent = new Recent(RECENT);
    private boolean ended;

    /// @param keyboard where typed bytes go
    public ConsoleHub(Path log, OutputStream keyboard) {
        this.log = log;
        this.keyboard = keyboard;
    }

    /// Copies the guest's output until it ends. A log file that cannot be written any more (a full disk) does not stop
    /// the console.
    ///
    /// @param file the opened log
    public void pump(InputStream screen, OutputStream file) throws IOException {
        boolean logging = true;
        try (file) {
            byte[] buffer = new byte[8192];
            for (int count = screen.read(buffer); count >= 0; count = screen.read(buffer)) {
                logging = logging && write(file, buffer, count);
                publish(buffer, count);
            }
        } finally {
            end();
        }
    }

    private static boolean write(OutputStream file, byte[] bytes, int count) {
        try {
            file.write(bytes, 0, count);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private synchronized void publish(byte[] bytes, int count) {
        recent.add(bytes, count);
        List.copyOf(listeners).forEach(listener -> listener.received(bytes, 0, count));
    }

    private synchronized void end() {
        ended = true;
        List.copyOf(listeners).forEach(Listener::ended);
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public synchronized byte[] recent() {
        return recent.toArray();
    }

    @Override
    public synchronized Subscription listen(Listener listener) {
        byte[] before = recent.toArray();
        if (before.length > 0) {
            listener.received(before, 0, before.length);
        }
        if (ended) {
            listener.ended();
        }
        listeners.add(listener);
        return () -> remove(listener);
    }

    private synchronized void remove(Listener listener) {
        listeners.remove(listener);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (keyboard) {
            keyboard.write(bytes, offset, length);
            keyboard.flush();
        }
    }

    /// The last bytes of a stream.
    private static final class Recent {
        private final byte[] ring;
        private long total;

        Recent(int size) {
            this.ring = new byte[size];
        }

        void add(byte[] bytes, int count) {
            for (int i = 0; i < count; i++) {
                ring[(int) (total++ % ring.length)] = bytes[i];
            }
        }

        byte[] toArray() {
            int length = (int) Math.min(total, ring.length);
            byte[] result = new byte[length];
            for (int i = 0; i < length; i++) {
                result[i] = ring[(int) ((total - length + i) % ring.length)];
            }
            return result;
        }
    }
}
