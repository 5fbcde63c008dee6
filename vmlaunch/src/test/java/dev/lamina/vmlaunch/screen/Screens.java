package dev.lamina.vmlaunch.screen;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// A terminal for tests, with what they ask of it in one word.
final class Screens {
    static final long NOW = 1_800_000_000_000L;

    final Terminal terminal;

    private Screens(Terminal terminal) {
        this.terminal = terminal;
    }

    static Screens of(int columns, int rows) {
        return new Screens(new Terminal(columns, rows, 1000, () -> Instant.ofEpochMilli(NOW)));
    }

    /// @param text `\e` stands for ESC
    Screens feed(String text) {
        byte[] bytes = text.replace("\\e", "\033").getBytes(StandardCharsets.UTF_8);
        terminal.feed(bytes, 0, bytes.length);
        return this;
    }

    /// The lines of the screen without blanks at their ends, those at the bottom left out when they are
    /// empty.
    String text() {
        return terminal.screen().lines().stream()
                .map(line -> line.text().stripTrailing())
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    /// The kept lines above the screen.
    List<String> scrollback() {
        long oldest = terminal.oldestLine();
        return terminal.snapshot(oldest, (int) (terminal.screenTop() - oldest)).lines().stream()
                .map(Line::text)
                .toList();
    }

    /// Line and column of the cursor on the screen, from 0.
    String cursor() {
        Snapshot screen = terminal.screen();
        return (screen.cursor().line() - screen.screenTop()) + ","
                + screen.cursor().column();
    }

    Line line(int number) {
        return terminal.screen().lines().get(number);
    }
}
