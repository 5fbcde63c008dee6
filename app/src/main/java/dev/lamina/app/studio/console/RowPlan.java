package dev.lamina.app.studio.console;

import dev.lamina.app.studio.console.Piece.Kind;
import dev.lamina.vmlaunch.screen.Line;
import dev.lamina.vmlaunch.screen.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/// Divides a line into the pieces in which it is painted: as few as possible, as each costs time.
final class RowPlan {
    private final Inks inks;
    private final IntPredicate regular;
    private final boolean reverse;
    private final List<Piece> pieces = new ArrayList<>();

    private RowPlan(Inks inks, IntPredicate regular, boolean reverse) {
        this.inks = inks;
        this.regular = regular;
        this.reverse = reverse;
    }

    /// @param columns of the screen
    /// @param marks of the line, the later above the earlier
    /// @param regular whether the font has a character, and has it as wide as a cell
    static List<Piece> of(Line line, int columns, List<Mark> marks, Inks inks, IntPredicate regular, boolean reverse) {
        RowPlan plan = new RowPlan(inks, regular, reverse);
        for (int column = 0; column < columns; ) {
            int end = Math.min(columns, end(line, column, columns));
            for (Mark mark : marks) {
                end = mark.span().from() > column ? Math.min(end, mark.span().from()) : end;
                end = mark.span().to() > column ? Math.min(end, mark.span().to()) : end;
            }
            plan.segment(line, column, end, ground(marks, column));
            column = end;
        }
        return plan.pieces;
    }

    private static int end(Line line, int column, int columns) {
        return column < line.columns() ? Math.max(column + 1, line.runEnd(column)) : columns;
    }

    private static OptionalInt ground(List<Mark> marks, int column) {
        OptionalInt ground = OptionalInt.empty();
        for (Mark mark : marks) {
            if (mark.span().contains(column)) {
                ground = OptionalInt.of(mark.ground());
            }
        }
        return ground;
    }

    /// Cells that look alike.
    private void segment(Line line, int from, int to, OptionalInt ground) {
        Ink ink = inks.of(from < line.columns() ? line.style(from) : Style.DEFAULT, ground, reverse);
        String text = line.text(from, to);
        if (ink.hidden() || text.isBlank() && !ink.underline() && !ink.strike()) {
            pieces.add(new Piece(from, to - from, "", Kind.BLANK, ink));
        } else if (plain(text) && text.length() == Math.min(to, line.columns()) - from) {
            pieces.add(new Piece(from, to - from, text, Kind.TEXT, ink));
        } else {
            cells(line, from, to, ink);
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    private void cells(Line line, int from, int to, Ink ink) {
        StringBuilder run = new StringBuilder();
        int start = from;
        for (int column = from; column < to; ) {
            int width = Math.max(1, line.width(column));
            Kind kind = kind(line, column, width);
            if (kind == Kind.TEXT) {
                run.appendCodePoint(line.codePoint(column));
            } else {
                flush(run, start, column, ink);
                String text = Character.toString(line.codePoint(column)) + line.marks(column);
                pieces.add(new Piece(column, width, text, kind, ink));
                start = column + width;
            }
            column += width;
        }
        flush(run, start, to, ink);
    }

    private Kind kind(Line line, int column, int width) {
        int character = line.codePoint(column);
        if (CellShapes.draws(character)) {
            return Kind.SHAPE;
        }
        boolean fits = width == 1 && line.marks(column).isEmpty();
        return fits && (character < 0x7f || regular.test(character)) ? Kind.TEXT : Kind.FITTED;
    }

    private void flush(StringBuilder run, int from, int to, Ink ink) {
        if (to > from) {
            boolean blank = run.isEmpty() || run.toString().isBlank() && !ink.underline() && !ink.strike();
            pieces.add(new Piece(from, to - from, blank ? "" : run.toString(), blank ? Kind.BLANK : Kind.TEXT, ink));
        }
        run.setLength(0);
    }
}
