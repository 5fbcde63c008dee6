package dev.lamina.app.studio.console;

import dev.lamina.vmlaunch.screen.Line;
import java.util.function.LongFunction;

/// Where words and whole lines begin and end on a screen. A word is what is mostly copied whole: names, paths, numbers,
/// addresses. A line that went on in the next one, since the screen was too narrow, is one with it.
final class Words {
    private static final String JOINING = "_-./:~@%+,=#?&";

    /// How far a line is followed that was broken again and again.
    private static final int FAR = 1000;

    private final LongFunction<Line> lines;

    Words(LongFunction<Line> lines) {
        this.lines = lines;
    }

    /// The word at a place; what is between words, when the place is there.
    Selected word(Spot spot) {
        Line line = lines.apply(spot.line());
        int at = Math.min(spot.column(), Math.max(0, line.columns() - 1));
        int kind = kind(line, at);
        int from = at;
        while (from > 0 && kind(line, from - 1) == kind) {
            from--;
        }
        int to = at;
        while (to < line.columns() && kind(line, to) == kind) {
            to++;
        }
        return new Selected(new Spot(spot.line(), from), new Spot(spot.line(), to), false);
    }

    private static int kind(Line line, int column) {
        int first = column > 0 && line.width(column) == 0 ? column - 1 : column;
        int character = line.codePoint(first);
        if (Character.isLetterOrDigit(character) || JOINING.indexOf(character) >= 0) {
            return 0;
        }
        return character == ' ' ? 1 : 2;
    }

    Selected line(long number) {
        long from = number;
        while (number - from < FAR && lines.apply(from - 1).wrapped()) {
            from--;
        }
        long to = number;
        while (to - number < FAR && lines.apply(to).wrapped()) {
            to++;
        }
        return new Selected(new Spot(from, 0), new Spot(to, lines.apply(to).columns()), false);
    }
}
