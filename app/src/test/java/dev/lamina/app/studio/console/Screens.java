package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Terminal;
import java.nio.charset.StandardCharsets;

/// Terminals with something on them.
final class Screens {
    private Screens() {}

    static Terminal of(int columns, int rows, String text) {
        Terminal terminal = new Terminal(columns, rows, 200_000);
        print(terminal, text);
        return terminal;
    }

    static void print(Terminal terminal, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        terminal.feed(bytes, 0, bytes.length);
    }
}
