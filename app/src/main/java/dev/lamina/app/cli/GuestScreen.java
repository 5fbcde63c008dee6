package dev.lamina.app.cli;

import dev.lamina.vmlaunch.PlainOutput;
import dev.lamina.vmlaunch.terminal.RawTerminal;
import java.io.OutputStream;

/// Where what a guest says goes: byte by byte into a pipe or a file, as text that controls nothing onto a terminal.
final class GuestScreen {
    private GuestScreen() {}

    static OutputStream of(Session session) {
        return session.ownsTerminal() && RawTerminal.outputIsTerminal()
                ? new PlainOutput(session.out())
                : session.out();
    }
}
