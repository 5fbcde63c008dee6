package dev.lamina.vmlaunch.screen;

/// The rows of one screen, the main one or the alternate one, and what scrolls within them.
final class Grid {
    private Row[] rows;
    private int columns;

    Grid(int columns, int rows) {
        this.columns = columns;
        this.rows = new Row[rows];
        for (int i = 0; i < rows; i++) {
            this.rows[i] = new Row(columns);
        }
    }

    int rows() {
        return rows.length;
    }

    int columns() {
        return columns;
    }

    Row row(int y) {
        return rows[y];
    }

    /// Moves rows up; blank ones come in at the bottom.
    /// @param bottom the last row that moves
    void scrollUp(int top, int bottom, int count, long style) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            Row gone = rows[top];
            System.arraycopy(rows, top + 1, rows, top, bottom - top);
            gone.clear(style);
            rows[bottom] = gone;
        }
    }

    /// Moves rows down; blank ones come in at the top.
    void scrollDown(int top, int bottom, int count, long style) {
        for (int i = 0; i < Math.min(count, bottom - top + 1); i++) {
            Row gone = rows[bottom];
            System.arraycopy(rows, top, rows, top + 1, bottom - top);
            gone.clear(style);
            rows[top] = gone;
        }
    }

    void clear(long style) {
        for (Row row : rows) {
            row.clear(style);
        }
    }

    /// Cuts off or adds at the right and at the bottom.
    void crop(int newColumns, int newRows) {
        Row[] kept = new Row[newRows];
        for (int i = 0; i < newRows; i++) {
            kept[i] = i < rows.length ? rows[i] : new Row(newColumns);
            kept[i].resize(newColumns);
        }
        rows = kept;
        columns = newColumns;
    }

    /// Takes other rows, all of so many columns.
    void replace(Row[] others, int width) {
        rows = others;
        columns = width;
    }

    /// How many rows there are down to the last that is not blank.
    int used() {
        int used = rows.length;
        while (used > 0 && rows[used - 1].trimmed() == 0 && !rows[used - 1].wrapped()) {
            used--;
        }
        return used;
    }
}
