package dev.lamina.vmlaunch.natives;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import dev.lamina.vmlaunch.natives.Kernel32.Handle;
import org.jspecify.annotations.Nullable;

/// The serving side of a real pipe of Windows, one call at a time.
final class PipeServer implements AutoCloseable {
    private static final int PIPE_ACCESS_DUPLEX = 3;
    private static final int BUFFER = 4096;

    private final Server server = Native.load("kernel32", Server.class, Utf16.options());
    private final Handle pipe;

    interface Server extends Library {
        /// `HANDLE CreateNamedPipeW(LPCWSTR name, DWORD openMode, DWORD pipeMode, DWORD instances, DWORD outSize,
        /// DWORD inSize, DWORD timeoutMs, LPSECURITY_ATTRIBUTES security);`
        Handle CreateNamedPipeW(
                String name,
                int openMode,
                int pipeMode,
                int instances,
                int outSize,
                int inSize,
                int timeoutMs,
                @Nullable Pointer security);

        /// `BOOL ConnectNamedPipe(HANDLE pipe, LPOVERLAPPED overlapped);`
        int ConnectNamedPipe(Handle pipe, @Nullable Pointer overlapped);

        /// `BOOL ReadFile(HANDLE file, LPVOID buffer, DWORD count, LPDWORD read, LPOVERLAPPED overlapped);`
        int ReadFile(Handle file, Pointer buffer, int count, IntByReference read, @Nullable Pointer overlapped);

        /// `BOOL WriteFile(HANDLE file, LPCVOID buffer, DWORD count, LPDWORD written, LPOVERLAPPED overlapped);`
        int WriteFile(Handle file, Pointer buffer, int count, IntByReference written, @Nullable Pointer overlapped);

        /// `BOOL CloseHandle(HANDLE object);`
        int CloseHandle(Handle object);
    }

    PipeServer(String name) {
        pipe = server.CreateNamedPipeW(name, PIPE_ACCESS_DUPLEX, 0, 1, BUFFER, BUFFER, 0, null);
        if (pipe.isInvalid()) {
            throw new IllegalStateException("no pipe: " + Native.getLastError());
        }
    }

    void print(byte[] bytes) {
        // Somebody may have connected already, which is a failure of this call.
        server.ConnectNamedPipe(pipe, null);
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        server.WriteFile(pipe, memory, bytes.length, new IntByReference(), null);
    }

    byte[] typed(int most) {
        Memory memory = new Memory(most);
        IntByReference count = new IntByReference();
        server.ReadFile(pipe, memory, most, count, null);
        return memory.getByteArray(0, count.getValue());
    }

    @Override
    public void close() {
        server.CloseHandle(pipe);
    }
}
