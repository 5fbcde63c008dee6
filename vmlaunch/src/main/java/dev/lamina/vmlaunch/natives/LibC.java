package dev.lamina.vmlaunch.natives;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.LongByReference;
import org.jspecify.annotations.Nullable;

/// What Lamina calls in the C library of Linux and macOS. Functions with `...` are declared so here as well, because
/// arm64 macOS passes such arguments differently.
interface LibC extends Library {
    int STDIN = 0;
    int STDOUT = 1;
    int TCSANOW = 0;
    int TCSADRAIN = 1;
    /// Room for a `struct termios`: it has 60 bytes on Linux, 72 on macOS.
    int TERMIOS_BYTES = 256;

    static LibC load() {
        return Native.load("c", LibC.class);
    }

    /// `int isatty(int fd);`
    int isatty(int fd);

    /// `int tcgetattr(int fd, struct termios *t);`
    int tcgetattr(int fd, Pointer termios);

    /// `int tcsetattr(int fd, int actions, const struct termios *t);`
    int tcsetattr(int fd, int actions, Pointer termios);

    /// `void cfmakeraw(struct termios *t);`
    void cfmakeraw(Pointer termios);

    /// `int open(const char *path, int flags, ...);`
    int open(String path, int flags, Object... mode) throws LastErrorException;

    /// `int ioctl(int fd, unsigned long request, ...);`
    int ioctl(int fd, NativeLong request, Object... argument) throws LastErrorException;

    /// `int close(int fd);`
    int close(int fd);

    /// `ssize_t read(int fd, void *buf, size_t count);`
    NativeLong read(int fd, Pointer buffer, NativeLong count);

    /// `ssize_t write(int fd, const void *buf, size_t count);`
    NativeLong write(int fd, Pointer buffer, NativeLong count);

    /// `int pipe(int fds[2]);`
    int pipe(int[] ends);

    /// `int select(int nfds, fd_set *read, fd_set *write, fd_set *except, struct timeval *timeout);`
    int select(
            int limit,
            @Nullable Pointer read,
            @Nullable Pointer write,
            @Nullable Pointer except,
            @Nullable Pointer timeout);

    /// macOS: `int sysctlbyname(const char *name, void *old, size_t *oldlen, void *new, size_t newlen);`
    int sysctlbyname(
            String name, Pointer oldValue, LongByReference oldLength, @Nullable Pointer newValue, NativeLong newLength);
}
