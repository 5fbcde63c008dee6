package dev.lamina.vmlaunch.natives;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import dev.lamina.vmlaunch.natives.Kernel32.Handle;
import java.io.IOException;

/// One direction of a pipe, for one thread at a time, with memory of its own that lives as long as the pipe: Windows
/// goes on using buffer and `OVERLAPPED` after `ReadFile` has returned, so neither may move, be freed or be used
/// again before `GetOverlappedResult` has said that it is over.
final class PipeLane implements AutoCloseable {
    static final int CHUNK = 8192;

    /// `OVERLAPPED { ULONG_PTR Internal, InternalHigh; DWORD Offset, OffsetHigh; HANDLE hEvent; }`.
    static final int OVERLAPPED_BYTES = 32;
    static final int EVENT_AT = 24;

    static final int ERROR_BROKEN_PIPE = 109;
    static final int ERROR_NO_DATA = 232;
    static final int ERROR_PIPE_NOT_CONNECTED = 233;
    static final int ERROR_OPERATION_ABORTED = 995;
    static final int ERROR_IO_PENDING = 997;

    private final Kernel32 kernel32;
    private final Handle pipe;
    private final Handle over;
    private final Memory buffer = new Memory(CHUNK);
    private final Memory overlapped = new Memory(OVERLAPPED_BYTES);
    /// The end of the transfer, and the end of the pipe.
    private final Memory awaited = new Memory(2L * Native.POINTER_SIZE);

    private PipeLane(Kernel32 kernel32, Handle pipe, Handle stop, Handle over) {
        this.kernel32 = kernel32;
        this.pipe = pipe;
        this.over = over;
        awaited.setPointer(0, over.getPointer());
        awaited.setPointer(Native.POINTER_SIZE, stop.getPointer());
    }

    /// @param stop an event that, once set, ends all waiting
    static PipeLane open(Kernel32 kernel32, Handle pipe, Handle stop) throws IOException {
        return new PipeLane(kernel32, pipe, stop, newEvent(kernel32));
    }

    static Handle newEvent(Kernel32 kernel32) throws IOException {
        Handle event = kernel32.CreateEventW(null, 1, 0, null);
        if (event == null) {
            throw new IOException("no event can be made (error " + Native.getLastError() + ")");
        }
        return event;
    }

    /// @return how many bytes came, or -1 at the end of the pipe
    int read(byte[] bytes, int offset, int length) throws IOException {
        int wanted = Math.min(length, CHUNK);
        int count = transfer((file, memory, place) -> kernel32.ReadFile(file, memory, wanted, null, place));
        if (count > 0) {
            buffer.read(0, bytes, offset, count);
        }
        return count;
    }

    /// @return how many bytes went, or -1 at the end of the pipe
    int write(byte[] bytes, int offset, int length) throws IOException {
        int count = Math.min(length, CHUNK);
        buffer.write(0, bytes, offset, count);
        return transfer((file, memory, place) -> kernel32.WriteFile(file, memory, count, null, place));
    }

    private interface Start {
        /// @return 0 when it failed, or goes on
        int with(Handle pipe, Pointer buffer, Pointer overlapped);
    }

    private int transfer(Start start) throws IOException {
        overlapped.clear();
        overlapped.setPointer(EVENT_AT, over.getPointer());
        if (start.with(pipe, buffer, overlapped) == 0) {
            int error = Native.getLastError();
            if (error != ERROR_IO_PENDING) {
                return endOrFailure(error);
            }
            awaitEnd();
        }
        IntByReference transferred = new IntByReference();
        boolean done = kernel32.GetOverlappedResult(pipe, overlapped, transferred, 1) != 0;
        return done ? transferred.getValue() : endOrFailure(Native.getLastError());
    }

    /// That the transfer was cancelled does not mean that it is over.
    private void awaitEnd() {
        if (kernel32.WaitForMultipleObjects(2, awaited, 0, Kernel32.INFINITE) != 0) {
            kernel32.CancelIoEx(pipe, overlapped);
        }
    }

    private static int endOrFailure(int error) throws IOException {
        return switch (error) {
            case ERROR_BROKEN_PIPE, ERROR_NO_DATA, ERROR_PIPE_NOT_CONNECTED, ERROR_OPERATION_ABORTED -> -1;
            default -> throw new IOException("the pipe to the machine failed (error " + error + ")");
        };
    }

    @Override
    public void close() {
        kernel32.CloseHandle(over);
    }
}
