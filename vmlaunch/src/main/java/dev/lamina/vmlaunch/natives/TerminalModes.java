package dev.lamina.vmlaunch.natives;

import com.sun.jna.Platform;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// A terminal in raw mode, behind one face for all systems.
public interface TerminalModes {

    /// Puts back the modes that were found. May be called more than once and by any thread.
    void restore();

    default InputStream input() {
        return new FileInputStream(FileDescriptor.in);
    }

    default OutputStream output() {
        return new FileOutputStream(FileDescriptor.out);
    }

    /// Whether standard output is a terminal, whatever standard input is.
    static boolean outputIsTerminal() {
        try {
            return Platform.isWindows()
                    ? System.console() != null && System.console().isTerminal()
                    : LibC.load().isatty(LibC.STDOUT) != 0;
        } catch (LinkageError e) {
            return true; // what cannot be told is treated with care
        }
    }

    /// Switches the terminal on standard input and output to raw mode; empty when one of the two is none.
    static Optional<TerminalModes> enterRaw() {
        try {
            return Platform.isWindows() ? WindowsTerminalModes.enter() : PosixTerminalModes.enter();
        } catch (LinkageError e) {
            // JNA has no library for this system: the console is piped instead.
            return Optional.empty();
        }
    }
}
