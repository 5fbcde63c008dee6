package dev.lamina.app.cli;

import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.terminal.RawTerminal;
import dev.lamina.vmlaunch.terminal.TerminalSession;
import java.util.Optional;

/// What a machine's console is joined to: the terminal of this process in raw mode, or its pipes where it
/// has none.
final class UserTerminal implements AutoCloseable {
    private final Session session;
    private final Optional<RawTerminal> raw;

    private UserTerminal(Session session, Optional<RawTerminal> raw) {
        this.session = session;
        this.raw = raw;
    }

    static UserTerminal open(Session session) {
        return new UserTerminal(session, session.ownsTerminal() ? RawTerminal.open() : Optional.empty());
    }

    /// Whether every key but one goes to the machine.
    boolean isRaw() {
        return raw.isPresent();
    }

    /// What leaves the console.
    String quitKey() {
        return isRaw() ? TerminalSession.QUIT_KEY_NAME : "Ctrl-C";
    }

    /// Before the line feed: in raw mode that alone does not go to the start of the line.
    String lineEnd() {
        return isRaw() ? "\r" : "";
    }

    /// Returns when the machine has ended, or the user leaves.
    TerminalSession.End run(Console console) throws InterruptedException {
        return raw.map(terminal -> TerminalSession.on(terminal, console))
                .orElseGet(() -> TerminalSession.piped(session.in(), session.out(), console))
                .run();
    }

    @Override
    public void close() {
        raw.ifPresent(RawTerminal::close);
    }
}
