package dev.lamina.app.studio.editor;

import java.util.Optional;

/// What Enter, Tab, Backspace and Home do. Pure: text and selection in, change out.
final class Indenting {
    static final int STEP = 2;

    private Indenting() {}

    static int lineStart(String text, int at) {
        return text.lastIndexOf('\n', at - 1) + 1;
    }

    static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    /// A new line that is indented like the one before, deeper behind a key without value; a list goes on. Enter on an
    /// empty element ends the list.
    static Typed enter(String text, int from, int to) {
        int start = lineStart(text, from);
        String before = text.substring(start, from);
        LineShape shape = LineShape.of(before);
        boolean emptyElement = !shape.dashes().isEmpty() && !shape.hasKey() && shape.valueColumn() < 0;
        if (emptyElement && lineEnd(text, to) == to) {
            int outer = shape.dashes().size() > 1 ? shape.dashes().getFirst() : Math.max(0, shape.indent() - STEP);
            return Typed.insert(start, to, " ".repeat(outer));
        }
        int rest = to;
        while (rest < text.length() && text.charAt(rest) == ' ') {
            rest++;
        }
        return Typed.insert(from, rest, "\n" + nextIndent(before, shape));
    }

    private static String nextIndent(String before, LineShape shape) {
        if (!shape.content()) {
            return " ".repeat(Math.min(shape.indent(), before.length()));
        }
        String trimmed = before.strip();
        char last = trimmed.charAt(trimmed.length() - 1);
        if (shape.hasKey()) {
            boolean deeper = shape.valueColumn() < 0 || shape.opensBlock(before) || last == '[' || last == '{';
            return " ".repeat(shape.keyColumn() + (deeper ? STEP : 0));
        }
        if (!shape.dashes().isEmpty()) {
            return shape.opensBlock(before)
                    ? " ".repeat(shape.dashes().getLast() + STEP)
                    : " ".repeat(shape.dashes().getLast()) + "- ";
        }
        return " ".repeat(shape.indent());
    }

    /// Spaces up to the next step; with several lines selected all of them are indented.
    static Typed tab(String text, int from, int to) {
        if (text.substring(from, to).indexOf('\n') >= 0) {
            return WholeLines.of(text, from, to).each(line -> line.isBlank() ? line : " ".repeat(STEP) + line);
        }
        int column = from - lineStart(text, from);
        return Typed.insert(from, to, " ".repeat(STEP - column % STEP));
    }

    /// All lines of the selection one step to the left.
    static Typed untab(String text, int from, int to) {
        return WholeLines.of(text, from, to).each(line -> {
            int spaces = 0;
            while (spaces < STEP && spaces < line.length() && line.charAt(spaces) == ' ') {
                spaces++;
            }
            return line.startsWith("\t") ? line.substring(1) : line.substring(spaces);
        });
    }

    /// Within the indentation one step goes at once; elsewhere Backspace is what it always is.
    static Optional<Typed> backspace(String text, int at) {
        int start = lineStart(text, at);
        int column = at - start;
        boolean indentation =
                column >= STEP && text.substring(start, at).chars().allMatch(c -> c == ' ');
        if (!indentation) {
            return Optional.empty();
        }
        int less = (column - 1) / STEP * STEP;
        return Optional.of(Typed.insert(start + less, at, ""));
    }

    /// To the first character of the line, and from there to its beginning.
    static int home(String text, int at) {
        int start = lineStart(text, at);
        int first =
                Math.min(lineEnd(text, at), start + LineShape.skipSpaces(text.substring(start, lineEnd(text, at)), 0));
        return at == first ? start : first;
    }
}
