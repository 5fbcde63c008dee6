package dev.lamina.vmlaunch.terminal;

import dev.lamina.vmlaunch.natives.TerminalModes;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/// The terminal of this process in raw mode: every key, Ctrl-C included, is a byte to read. Closing restores the mode
/// that was found; so does the end of the process by a signal.
public final class RawTerminal implements AutoCloseable {
    private final TerminalModes modes;
    private final Thread restorer;

    private RawTerminal(TerminalModes modes) {
        this.modes = modes;
        this.restorer = new Thread(modes::restore, "restore-terminal");
        Runtime.getRuntime().addShutdownHook(restorer);
    }

    /// Switches the terminal to raw mode.
    ///
    /// @return empty when standard input or output is not a terminal; then bytes are piped through as they are
    public static Optional<RawTerminal> open() {
        return TerminalModes.enterRaw().map(RawTerminal::new);
    }

    /// Whether standard output is a terminal, whatever standard input is.
    public static boolean outputIsTerminal() {
        return TerminalModes.outputIsTerminal();
    }

    /// Keys as bytes. Unbuffered, so that reading takes no more than was typed.
    public InputStream input() {
        return modes.input();
    }

    public OutputStream output() {
        return modes.output();
    }

    @Override
    public void close() {
        modes.restore();
        try {
            Runtime.getRuntime().removeShutdownHook(restorer);
        } catch (IllegalStateException e) {
            // The process is ending and runs the hook itself.
        }
    }
}
