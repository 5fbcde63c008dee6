package dev.lamina.vmlaunch.natives;

import com.sun.jna.Memory;
import java.util.Optional;

/// Linux and macOS. `struct termios` differs between the two; it is kept as opaque bytes, and only the C library
/// looks in.
final class PosixTerminalModes implements TerminalModes {
    private final LibC libc;
    private final Memory found;

    private PosixTerminalModes(LibC libc, Memory found) {
        this.libc = libc;
        this.found = found;
    }

    static Optional<TerminalModes> enter() {
        LibC libc = LibC.load();
        if (libc.isatty(LibC.STDIN) == 0 || libc.isatty(LibC.STDOUT) == 0) {
            return Optional.empty();
        }
        Memory found = new Memory(LibC.TERMIOS_BYTES);
        found.clear();
        if (libc.tcgetattr(LibC.STDIN, found) != 0) {
            return Optional.empty();
        }
        Memory raw = new Memory(LibC.TERMIOS_BYTES);
        raw.write(0, found.getByteArray(0, LibC.TERMIOS_BYTES), 0, LibC.TERMIOS_BYTES);
        libc.cfmakeraw(raw);
        boolean changed = libc.tcsetattr(LibC.STDIN, LibC.TCSADRAIN, raw) == 0;
        return changed ? Optional.of(new PosixTerminalModes(libc, found)) : Optional.empty();
    }

    @Override
    public void restore() {
        libc.tcsetattr(LibC.STDIN, LibC.TCSADRAIN, found);
    }
}
