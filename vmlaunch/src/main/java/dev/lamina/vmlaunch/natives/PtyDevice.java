package dev.lamina.vmlaunch.natives;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/// The device of a pseudo-terminal that another program made and holds the other end of, in raw mode: what
/// is written there is read here as it is, and nothing is echoed. Linux and macOS.
///
/// One thread may read while others write; each waits without polling, and [#close()] ends all waiting at
/// once. Reading gives the end of the stream when the other program has gone, and also after [#close()].
///
/// Java's own streams will not do: a thread that waits in their `read` for a terminal cannot be woken by
/// closing. A waiting thread occupies a thread of the system, so do not read on a virtual one.
public final class PtyDevice implements AutoCloseable {
    private static final int EINTR = 4;
    private static final int EIO = 5;
    private static final int CHUNK = 8192;
    private final LibC libc;
    private final int device;
    private final StopPipe stop;
    private final Object reading = new Object();
    private final Object writing = new Object();
    private final Memory readBuffer = new Memory(CHUNK);
    private final Memory writeBuffer = new Memory(CHUNK);
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean closed;

    private PtyDevice(LibC libc, int device, StopPipe stop) {
        this.libc = libc;
        this.device = device;
        this.stop = stop;
    }

    /// @param path e.g. `/dev/ttys003` or `/dev/pts/3`
    /// @throws IOException the device cannot be opened, or is no terminal
    public static PtyDevice open(Path path) throws IOException {
        LibC libc = LibC.load();
        int device = openDevice(libc, path);
        boolean ready = false;
        try {
            makeRaw(libc, device, path);
            PtyDevice opened = new PtyDevice(libc, device, StopPipe.open(libc, device));
            ready = true;
            return opened;
        } finally {
            if (!ready) {
                libc.close(device);
            }
        }
    }

    private static int openDevice(LibC libc, Path path) throws IOException {
        try {
            return libc.open(path.toString(), openFlags());
        } catch (LastErrorException e) {
            throw new IOException("the console " + path + " cannot be opened (error " + e.getErrorCode() + ")", e);
        }
    }

    /// `O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC`.
    private static int openFlags() {
        return Platform.isMac() ? 0x2 | 0x20000 | 0x4 | 0x1000000 : 0x2 | 0x100 | 0x800 | 0x80000;
    }

    /// Only the C library looks into `struct termios`, which differs between the systems.
    private static void makeRaw(LibC libc, int device, Path path) throws IOException {
        Memory modes = new Memory(LibC.TERMIOS_BYTES);
        modes.clear();
        if (libc.tcgetattr(device, modes) != 0) {
            throw new IOException(path + " is no terminal");
        }
        libc.cfmakeraw(modes);
        if (libc.tcsetattr(device, LibC.TCSANOW, modes) != 0) {
            throw new IOException(path + " cannot be put into raw mode");
        }
    }

    public InputStream input() {
        return DuplexStreams.input(this::read);
    }

    public OutputStream output() {
        return DuplexStreams.output(this::write);
    }

    /// Ends all waiting, then lets go of the device. May be called more than once, by any thread.
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        stop.signal();
        synchronized (reading) {
            synchronized (writing) {
                closed = true;
                libc.close(device);
                stop.close();
            }
        }
    }

    private int read(byte[] bytes, int offset, int length) throws IOException {
        synchronized (reading) {
            while (!closed && stop.awaitReadable(device)) {
                int count = transferred(libc.read(device, readBuffer, new NativeLong(Math.min(length, CHUNK))));
                if (count >= 0) {
                    readBuffer.read(0, bytes, offset, count);
                    return count == 0 ? -1 : count;
                }
                int errno = Native.getLastError();
                if (errno == EIO) {
                    return -1;
                }
                checkPassing(errno, "read");
            }
            return -1;
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        synchronized (writing) {
            for (int done = 0; done < length; ) {
                done += writeSome(bytes, offset + done, Math.min(length - done, CHUNK));
            }
        }
    }

    private int writeSome(byte[] bytes, int offset, int length) throws IOException {
        if (closed || !stop.awaitWritable(device)) {
            throw new IOException("the machine has ended");
        }
        writeBuffer.write(0, bytes, offset, length);
        int count = transferred(libc.write(device, writeBuffer, new NativeLong(length)));
        if (count < 0) {
            checkPassing(Native.getLastError(), "written to");
        }
        return Math.max(count, 0);
    }

    private static int transferred(NativeLong result) {
        return result.intValue();
    }

    /// A signal, or another one was faster: try again.
    private static void checkPassing(int errno, String what) throws IOException {
        int tryAgain = Platform.isMac() ? 35 : 11;
        if (errno != EINTR && errno != tryAgain) {
            throw new IOException("the console cannot be " + what + " (error " + errno + ")");
        }
    }
}
