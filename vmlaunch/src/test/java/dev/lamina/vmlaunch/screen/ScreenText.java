package dev.lamina.vmlaunch.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A screen as text that people can read and compare: the lines between bars, below each what looks
/// otherwise than plain text.
final class ScreenText {
    private ScreenText() {}

    static String of(Terminal terminal) {
        Snapshot screen = terminal.screen();
        List<String> lines = new ArrayList<>();
        lines.add(screen.columns() + "x" + screen.rows() + ", " + (screen.screenTop() - screen.oldest())
                + " lines above");
        lines.add(cursor(screen));
        lines.add(modes(screen.modes()));
        for (Line line : screen.lines()) {
            lines.add("|" + line.text() + (line.wrapped() ? "↩" : "|"));
            styles(line, lines);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String cursor(Snapshot screen) {
        Cursor cursor = screen.cursor();
        return "cursor: line " + (cursor.line() - screen.screenTop()) + ", column " + cursor.column() + ", "
                + cursor.shape().name().toLowerCase(Locale.ROOT)
                + (cursor.visible() ? "" : ", not visible")
                + (cursor.blinking() ? ", blinking" : "");
    }

    private static String modes(Modes modes) {
        List<String> words = new ArrayList<>();
        add(words, modes.alternateScreen(), "alternate screen");
        add(words, modes.applicationCursorKeys(), "application cursor keys");
        add(words, modes.applicationKeypad(), "application keypad");
        add(words, modes.newLine(), "new line");
        add(words, modes.bracketedPaste(), "bracketed paste");
        add(words, modes.mouse() != Modes.Mouse.OFF, "mouse " + modes.mouse() + (modes.mouseSgr() ? " (SGR)" : ""));
        add(words, modes.reverse(), "reverse");
        add(words, !modes.title().isEmpty(), "title " + modes.title());
        return "modes: " + String.join(", ", words);
    }

    private static void styles(Line line, List<String> lines) {
        for (int column = 0; column < line.columns(); column = line.runEnd(column)) {
            if (line.style(column) != Style.DEFAULT) {
                lines.add("    " + column + "–" + (line.runEnd(column) - 1) + ": " + style(line.style(column)));
            }
        }
    }

    static String style(long style) {
        List<String> words = new ArrayList<>();
        add(words, Style.bold(style), "bold");
        add(words, Style.faint(style), "faint");
        add(words, Style.italic(style), "italic");
        add(words, Style.underline(style), "underline");
        add(words, Style.blink(style), "blink");
        add(words, Style.inverse(style), "inverse");
        add(words, Style.hidden(style), "hidden");
        add(words, Style.strike(style), "strike");
        add(words, Style.foreground(style) != Style.DEFAULT_COLOUR, colour(Style.foreground(style)));
        add(words, Style.background(style) != Style.DEFAULT_COLOUR, "on " + colour(Style.background(style)));
        return String.join(" ", words);
    }

    private static String colour(int colour) {
        return Style.isRgb(colour) ? "#%06x".formatted(Style.rgb(colour)) : Integer.toString(Style.index(colour));
    }

    private static void add(List<String> words, boolean holds, String word) {
        if (holds) {
            words.add(word);
        }
    }
}
