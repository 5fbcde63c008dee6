package dev.lamina.vmlaunch.natives;

import dev.lamina.vmlaunch.natives.Kernel32.Handle;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// A duplex byte pipe of Windows, such as the serial port of a Hyper-V machine.
///
/// One thread may read while others write; each waits without polling, and [#close()] ends all waiting at once.
/// Reading gives the end of the stream when the other side has gone, and also after [#close()].
///
/// Java's own files will not do: they open a pipe for synchronous calls, and then Windows keeps whoever types waiting
/// until the machine prints something. A waiting thread occupies a thread of the system, so do not read on a
/// virtual one.
public final class NamedPipe implements Closeable {
    private final Kernel32 kernel32;
    private final Handle pipe;
    private final Handle stop;
    private final PipeLane reading;
    private final PipeLane writing;
    private final AtomicBoolean closing = new AtomicBoolean();

    private NamedPipe(Kernel32 kernel32, Handle pipe, Handle stop, PipeLane reading, PipeLane writing) {
        this.kernel32 = kernel32;
        this.pipe = pipe;
        this.stop = stop;
        this.reading = reading;
        this.writing = writing;
    }

    /// @param name e.g. `\\.\pipe\lamina-com1`
    /// @param retry how long to wait for a pipe that is not there yet, or busy
    /// @param pointless asked now and then whether the wait has lost its purpose, say, because the machine ended
    /// @throws java.io.FileNotFoundException there was none in this time
    /// @throws IOException it cannot be opened; also when the thread is interrupted
    public static NamedPipe connect(String name, Duration retry, BooleanSupplier pointless) throws IOException {
        return connect(Kernel32.load(NativeLibraries.ofWindows()), name, retry, pointless);
    }

    static NamedPipe connect(Kernel32 kernel32, String name, Duration retry, BooleanSupplier pointless)
            throws IOException {
        PipeOpening opening = new PipeOpening(kernel32, name);
        Handle stop = PipeLane.newEvent(kernel32);
        boolean ready = false;
        try {
            NamedPipe opened = withLanes(kernel32, opening.open(retry, stop, pointless), stop);
            ready = true;
            return opened;
        } finally {
            if (!ready) {
                kernel32.CloseHandle(stop);
            }
        }
    }

    private static NamedPipe withLanes(Kernel32 kernel32, Handle pipe, Handle stop) throws IOException {
        boolean ready = false;
        PipeLane first = null;
        try {
            first = PipeLane.open(kernel32, pipe, stop);
            NamedPipe opened = new NamedPipe(kernel32, pipe, stop, first, PipeLane.open(kernel32, pipe, stop));
            ready = true;
            return opened;
        } finally {
            if (!ready) {
                if (first != null) {
                    first.close();
                }
                kernel32.CloseHandle(pipe);
            }
        }
    }

    public InputStream input() {
        return DuplexStreams.input(this::read);
    }

    public OutputStream output() {
        return DuplexStreams.output(this::write);
    }

    /// Ends all waiting, then lets go of the pipe. May be called more than once, by any thread.
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        kernel32.SetEvent(stop);
        // Whoever reads or writes holds its lane until Windows has let go of the lane's memory.
        synchronized (reading) {
            synchronized (writing) {
                kernel32.CloseHandle(pipe);
                reading.close();
                writing.close();
                kernel32.CloseHandle(stop);
            }
        }
    }

    private int read(byte[] bytes, int offset, int length) throws IOException {
        synchronized (reading) {
            int count = 0;
            // Somebody may write nothing, which is not the end.
            while (count == 0) {
                count = closing.get() ? -1 : reading.read(bytes, offset, length);
            }
            return count;
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (writing) {
            for (int done = 0; done < length; ) {
                int count = closing.get() ? -1 : writing.write(bytes, offset + done, length - done);
                if (count < 0) {
                    throw new IOException("the machine has ended");
                }
                done += count;
            }
        }
    }
}
