package dev.lamina.vmlaunch.screen;

/// Joins lines that go on in the next, breaks them at another width, and adds them to a history. It holds
/// one row, however long the joined line is.
final class LineBreaker {
    private final History history;
    private final Packer packer;
    private final long now;
    private final Row row;
    private int x;
    private long cursorLine;
    private int cursorColumn;

    LineBreaker(History history, int columns, Packer packer, long now) {
        this.history = history;
        this.packer = packer;
        this.now = now;
        this.row = new Row(columns);
    }

    /// Whether the next line begins a new one.
    boolean atStart() {
        return x == 0;
    }

    /// @param cursor the column in this line at which the cursor is, or -1
    void add(Line line, int cursor) {
        if (line.simple() && cursor < 0) {
            addRuns(line);
        } else {
            addCells(line, cursor);
        }
        if (!line.wrapped()) {
            emit(false);
        }
    }

    /// Much faster than cell by cell.
    private void addRuns(Line line) {
        int column = 0;
        while (column < line.columns()) {
            if (x == row.columns()) {
                emit(true);
            }
            int count = Math.min(line.runEnd(column) - column, row.columns() - x);
            line.copySimple(column, row, x, count);
            column += count;
            x += count;
        }
    }

    private void addCells(Line line, int cursor) {
        for (int column = 0; column < line.columns(); column++) {
            if (x + line.width(column) > row.columns()) {
                emit(true);
            }
            if (column == cursor) {
                cursorAt(x);
            }
            row.copy(x++, line, column);
        }
        if (cursor >= line.columns()) {
            cursorAt(x + cursor - line.columns());
        }
    }

    /// Ends the last line.
    void end() {
        if (x > 0) {
            emit(true);
        }
    }

    long cursorLine() {
        return cursorLine;
    }

    int cursorColumn() {
        return cursorColumn;
    }

    private void cursorAt(int column) {
        cursorLine = history.next();
        cursorColumn = Math.min(column, row.columns() - 1);
    }

    private void emit(boolean goesOn) {
        row.wrapped(goesOn);
        packer.pack(row, now);
        history.append(packer.buffer(), 0, packer.length());
        row.clear(Style.DEFAULT);
        x = 0;
    }
}
