package dev.lamina.vmlaunch.natives;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.file.Path;

/// The other end of a pseudo-terminal, as a hypervisor would hold it.
final class PseudoTerminal implements AutoCloseable {
    private final C libc = Native.load("c", C.class);
    private final int controller;

    interface C extends Library {
        /// `int posix_openpt(int flags);`
        int posix_openpt(int flags);

        /// `int grantpt(int fd);`
        int grantpt(int fd);

        /// `int unlockpt(int fd);`
        int unlockpt(int fd);

        /// `char *ptsname(int fd);`
        String ptsname(int fd);

        /// `ssize_t read(int fd, void *buf, size_t count);`
        NativeLong read(int fd, Pointer buffer, NativeLong count);

        /// `ssize_t write(int fd, const void *buf, size_t count);`
        NativeLong write(int fd, Pointer buffer, NativeLong count);

        /// `int close(int fd);`
        int close(int fd);
    }

    PseudoTerminal() {
        controller = libc.posix_openpt(2);
        if (controller < 0 || libc.grantpt(controller) != 0 || libc.unlockpt(controller) != 0) {
            throw new IllegalStateException("no pseudo-terminal: " + Native.getLastError());
        }
    }

    Path device() {
        return Path.of(libc.ptsname(controller));
    }

    void print(byte[] bytes) {
        Memory memory = new Memory(bytes.length);
        memory.write(0, bytes, 0, bytes.length);
        libc.write(controller, memory, new NativeLong(bytes.length));
    }

    byte[] typed(int count) {
        Memory memory = new Memory(count);
        int done = 0;
        while (done < count) {
            int got = libc.read(controller, memory.share(done), new NativeLong(count - done))
                    .intValue();
            if (got <= 0) {
                throw new IllegalStateException("only " + done + " bytes were typed");
            }
            done += got;
        }
        return memory.getByteArray(0, count);
    }

    @Override
    public void close() {
        libc.close(controller);
    }
}
