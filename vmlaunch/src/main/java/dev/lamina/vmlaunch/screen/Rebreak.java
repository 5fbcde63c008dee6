package dev.lamina.vmlaunch.screen;

/// Gives the main screen another size. When the width changes, lines that went on in the next are joined
/// and broken anew, in the scrollback too. The cursor stays at its character. Rows that are blank below
/// everything make room before rows at the top leave the screen, and a screen that grows takes lines back
/// from the scrollback.
final class Rebreak {
    private final History old;
    private final Grid grid;
    private int x;
    private int y;

    /// @param x the cursor's column on the screen as it is
    Rebreak(History old, Grid grid, int x, int y) {
        this.old = old;
        this.grid = grid;
        this.x = x;
        this.y = y;
    }

    /// The cursor's column on the new screen.
    int x() {
        return x;
    }

    int y() {
        return y;
    }

    /// @return the scrollback from now on
    History resize(int columns, int rows, Packer packer, long now) {
        int used = Math.max(grid.used(), y + 1);
        History history = columns == grid.columns() ? old : new History(old.maxLines(), old.first());
        LineBreaker breaker = new LineBreaker(history, columns, packer, now);
        if (history != old) {
            addHistory(history, breaker, columns);
        }
        long begun = history.next();
        long cursorLine = columns == grid.columns() ? append(history, used, packer, now) : add(breaker, used, packer);
        int newUsed = (int) (history.next() - begun);
        int blank = grid.rows() - used;
        int growth = newUsed - used + grid.rows() - rows;
        int blankLeft = growth > 0 ? Math.max(0, blank - growth) : blank;
        long top = Math.min(cursorLine, Math.max(history.first(), history.next() + blankLeft - rows));
        y = (int) (cursorLine - top);
        grid.replace(lines(history, top, columns, rows), columns);
        while (history.next() > top) {
            history.removeLast();
        }
        history.trimToSeveralTimes();
        return history;
    }

    private void addHistory(History history, LineBreaker breaker, int columns) {
        for (long number = old.first(); number < old.next(); number++) {
            Line line = old.line(number);
            if (breaker.atStart() && !line.wrapped() && line.columns() <= columns) {
                history.append(line.packed(), line.start(), old.length(number));
            } else {
                breaker.add(line, -1);
            }
        }
    }

    private long append(History history, int used, Packer packer, long now) {
        long first = history.next();
        for (int line = 0; line < used; line++) {
            packer.pack(grid.row(line), now);
            history.append(packer.buffer(), 0, packer.length());
        }
        return first + y;
    }

    private long add(LineBreaker breaker, int used, Packer packer) {
        for (int line = 0; line < used; line++) {
            breaker.add(grid.row(line).freeze(packer), line == y ? x : -1);
        }
        breaker.end();
        x = breaker.cursorColumn();
        return breaker.cursorLine();
    }

    private static Row[] lines(History history, long top, int columns, int rows) {
        Row[] lines = new Row[rows];
        for (int i = 0; i < rows; i++) {
            lines[i] = new Row(columns);
            if (top + i < history.next()) {
                Line line = history.line(top + i);
                for (int column = 0; column < line.columns(); column++) {
                    lines[i].copy(column, line, column);
                }
                lines[i].wrapped(line.wrapped());
            }
        }
        return lines;
    }
}
