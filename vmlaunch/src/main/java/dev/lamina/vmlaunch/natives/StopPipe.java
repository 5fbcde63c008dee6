package dev.lamina.vmlaunch.natives;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Waits for a file descriptor until it is ready or until told to stop, by a pipe that becomes readable and
/// stays so.
///
/// With `select`, because `poll` of macOS did not know terminals for years. Its sets are bits: descriptor N
/// is bit N mod 8 of byte N / 8 on every little-endian system, and there are 1024 of them.
final class StopPipe implements AutoCloseable {
    private static final int EINTR = 4;
    private static final int FD_SETSIZE = 1024;

    private final LibC libc;
    private final int readEnd;
    private final int writeEnd;

    private StopPipe(LibC libc, int readEnd, int writeEnd) {
        this.libc = libc;
        this.readEnd = readEnd;
        this.writeEnd = writeEnd;
    }

    /// @param waited the descriptor that will be waited for
    static StopPipe open(LibC libc, int waited) throws IOException {
        int[] ends = new int[2];
        if (libc.pipe(ends) != 0) {
            throw new IOException("no pipe can be made (error " + Native.getLastError() + ")");
        }
        StopPipe pipe = new StopPipe(libc, ends[0], ends[1]);
        if (Math.max(waited, ends[0]) >= FD_SETSIZE) {
            pipe.close();
            throw new IOException("too many files are open for another console");
        }
        return pipe;
    }

    void signal() {
        Memory one = new Memory(1);
        one.clear();
        libc.write(writeEnd, one, new NativeLong(1));
    }

    /// @return false when told to stop
    boolean awaitReadable(int descriptor) throws IOException {
        Memory read = set(readEnd, descriptor);
        while (!ready(descriptor, read, null)) {
            read = set(readEnd, descriptor);
        }
        return !isStop(read);
    }

    /// @return false when told to stop
    boolean awaitWritable(int descriptor) throws IOException {
        Memory read = set(readEnd);
        while (!ready(descriptor, read, set(descriptor))) {
            read = set(readEnd);
        }
        return !isStop(read);
    }

    /// @return false when a signal came between, which leaves the sets undefined
    private boolean ready(int descriptor, Pointer read, @Nullable Pointer write) throws IOException {
        if (libc.select(Math.max(descriptor, readEnd) + 1, read, write, null, null) >= 0) {
            return true;
        }
        int errno = Native.getLastError();
        if (errno != EINTR) {
            throw new IOException("the console cannot be waited for (error " + errno + ")");
        }
        return false;
    }

    private boolean isStop(Memory read) {
        return (read.getByte(readEnd / 8) & 1 << readEnd % 8) != 0;
    }

    private static Memory set(int... descriptors) {
        Memory set = new Memory(FD_SETSIZE / 8);
        set.clear();
        for (int descriptor : descriptors) {
            int index = descriptor / 8;
            set.setByte(index, (byte) (set.getByte(index) | 1 << descriptor % 8));
        }
        return set;
    }

    @Override
    public void close() {
        libc.close(readEnd);
        libc.close(writeEnd);
    }
}
