package dev.lamina.vmlaunch.screen;

import java.nio.charset.StandardCharsets;

/// One line of a terminal as it was at one moment; it never changes. A line has as many columns as were
/// written: behind them everything is blank in the default style. A wide character has two columns, the
/// second of which has width 0.
public final class Line {
    /// Nothing was ever written.
    static final Line EMPTY = new Line(PackedLine.EMPTY, 0);

    private final byte[] packed;
    private final int start;
    private final int columns;
    private final PackedCells cells;
    private final PackedRuns runs;

    /// @param packed as [PackedLine] writes it; what is at `start` is never written again
    Line(byte[] packed, int start) {
        this.packed = packed;
        this.start = start;
        this.columns = PackedLine.columns(packed, start);
        this.cells = PackedCells.of(packed, start);
        this.runs = PackedRuns.of(packed, start, cells);
    }

    /// How many columns it has; at most those of the screen when it was written.
    public int columns() {
        return columns;
    }

    /// @param column any from 0; behind the end all is blank
    /// @return the character without its marks, a space where nothing is, and also at the second half of a
    ///        wide one
    public int codePoint(int column) {
        int code = code(column);
        return code <= Row.TAIL ? ' ' : code;
    }

    /// @return the combining characters that belong onto the character of this column, mostly none: ""
    public String marks(int column) {
        return column < columns ? cells.marks(column) : "";
    }

    /// @return 2 for a wide character, 0 for its second column, else 1
    public int width(int column) {
        if (code(column) == Row.TAIL) {
            return 0;
        }
        return code(column + 1) == Row.TAIL ? 2 : 1;
    }

    /// How the cell looks: see [Style].
    public long style(int column) {
        return column < columns ? runs.style(column) : Style.DEFAULT;
    }

    /// @return the first column behind `column` that looks otherwise; [#columns] when there is none
    public int runEnd(int column) {
        return runs.end(column, columns);
    }

    /// The characters with their marks; blanks at the end count where they were written.
    public String text() {
        return text(0, columns);
    }

    /// @param to the column behind the last; a wide character belongs to its first column
    public String text(int from, int to) {
        int end = Math.min(to, columns);
        if (from >= end) {
            return "";
        }
        if (simple()) {
            int first = PackedLine.cellsStart(start) + from;
            return new String(packed, first, end - from, StandardCharsets.ISO_8859_1).replace('\0', ' ');
        }
        StringBuilder text = new StringBuilder(end - from);
        for (int column = from; column < end; column++) {
            if (code(column) != Row.TAIL) {
                text.appendCodePoint(codePoint(column)).append(cells.marks(column));
            }
        }
        return text.toString();
    }

    /// Whether it goes on in the next line since the screen was too narrow; a copy joins the two.
    public boolean wrapped() {
        return PackedLine.wrapped(packed, start);
    }

    /// When its first character came, in milliseconds since 1970; 0 when none came.
    public long time() {
        return PackedLine.time(packed, start);
    }

    int code(int column) {
        return column < columns ? cells.code(column) : Row.BLANK;
    }

    /// Whether it has only ASCII characters.
    boolean simple() {
        return PackedLine.simple(packed, start);
    }

    /// Copies a part of one style, when it is simple.
    void copySimple(int column, Row row, int to, int count) {
        row.ascii(to, packed, PackedLine.cellsStart(start) + column, count, style(column), time());
    }

    byte[] packed() {
        return packed;
    }

    int start() {
        return start;
    }

    @Override
    public String toString() {
        return text();
    }
}
