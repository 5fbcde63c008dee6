package dev.lamina.vmlaunch.natives;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import dev.lamina.vmlaunch.natives.Kernel32.Handle;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Opens a pipe that may not be there yet: the process of the machine makes it at some time after the start.
final class PipeOpening {
    private static final String PREFIX = "\\\\.\\pipe\\";
    private static final int PAUSE_MILLIS = 50;

    private static final int GENERIC_READ_WRITE = 0xC0000000;
    private static final int OPEN_EXISTING = 3;
    /// With a handle for synchronous calls Windows would let no byte out while a reader waits.
    private static final int FILE_FLAG_OVERLAPPED = 0x40000000;
    /// `SECURITY_SQOS_PRESENT | SECURITY_ANONYMOUS`: who serves the pipe cannot act in our name.
    private static final int ANONYMOUS = 0x00100000;

    private static final int ERROR_FILE_NOT_FOUND = 2;
    private static final int ERROR_PIPE_BUSY = 231;

    private final Kernel32 kernel32;
    private final String name;

    PipeOpening(Kernel32 kernel32, String name) {
        if (!name.startsWith(PREFIX) || name.indexOf('\\', PREFIX.length()) >= 0) {
            throw new IllegalArgumentException("not the name of a pipe of this computer: " + name);
        }
        this.kernel32 = kernel32;
        this.name = name;
    }

    /// @param stop an event that nobody sets, to wait with
    /// @param pointless asked between attempts
    Handle open(Duration retry, Handle stop, BooleanSupplier pointless) throws IOException {
        long deadline = System.nanoTime() + retry.toNanos();
        Memory awaited = new Memory(Native.POINTER_SIZE);
        awaited.setPointer(0, stop.getPointer());
        while (true) {
            Handle pipe = kernel32.CreateFileW(
                    name, GENERIC_READ_WRITE, 0, null, OPEN_EXISTING, FILE_FLAG_OVERLAPPED | ANONYMOUS, null);
            if (!pipe.isInvalid()) {
                return pipe;
            }
            int error = Native.getLastError();
            checkPassing(error, System.nanoTime() < deadline && !pointless.getAsBoolean());
            if (error == ERROR_PIPE_BUSY) {
                kernel32.WaitNamedPipeW(name, PAUSE_MILLIS);
            } else {
                kernel32.WaitForMultipleObjects(1, awaited, 0, PAUSE_MILLIS);
            }
        }
    }

    private void checkPassing(int error, boolean again) throws IOException {
        if (error != ERROR_FILE_NOT_FOUND && error != ERROR_PIPE_BUSY) {
            throw new IOException("the pipe " + name + " cannot be opened (error " + error + ")");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("no longer waiting for the pipe " + name);
        }
        if (!again) {
            throw error == ERROR_PIPE_BUSY
                    ? new IOException("the pipe " + name + " is in use by another program")
                    : new FileNotFoundException("there is no pipe " + name);
        }
    }
}
