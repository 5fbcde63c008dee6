package dev.lamina.vmlaunch.screen;

/// The two grids of a terminal, of which one is shown, and the scrollback above the main one.
final class Buffers {
    private final Packer packer = new Packer();
    private final Grid main;
    private final Grid alternate;
    private History history;
    private Grid shown;
    private long now;
    private long generation;

    Buffers(int columns, int rows, int scrollback) {
        main = new Grid(columns, rows);
        alternate = new Grid(columns, rows);
        history = new History(scrollback, 0);
        shown = main;
    }

    /// @param milliseconds when what comes next has come
    void now(long milliseconds) {
        now = milliseconds;
    }

    long now() {
        return now;
    }

    Grid shown() {
        return shown;
    }

    History history() {
        return history;
    }

    /// Differs when lines have other numbers than before.
    long generation() {
        return generation;
    }

    boolean isAlternate() {
        return shown == alternate;
    }

    void showAlternate(boolean show) {
        shown = show ? alternate : main;
    }

    /// A line as it is now.
    /// @param number from the oldest of the scrollback to the bottom of the screen
    Line line(long number) {
        long top = history.next();
        return number < top
                ? history.line(number)
                : shown.row((int) (number - top)).freeze(packer);
    }

    /// Scrolls rows up; what leaves the top of the main screen is kept.
    void scrollUp(int top, int bottom, int count, long style) {
        int lines = Math.min(count, bottom - top + 1);
        if (top == 0 && shown == main) {
            keep(lines);
        }
        shown.scrollUp(top, bottom, lines, style);
    }

    /// Blanks the screen; what the main one shows moves into the scrollback first.
    void clear(long style) {
        if (shown == main) {
            keep(main.used());
        }
        shown.clear(style);
    }

    private void keep(int lines) {
        for (int i = 0; i < lines; i++) {
            packer.pack(main.row(i), now);
            history.append(packer.buffer(), 0, packer.length());
        }
        history.trim();
    }

    /// Both blank, and the main one shown.
    void reset() {
        shown = main;
        clear(Style.DEFAULT);
        alternate.clear(Style.DEFAULT);
    }

    /// @param x the cursor's column on the main screen
    /// @return where the cursor is now
    Rebreak resize(int columns, int rows, int x, int y) {
        generation += columns == main.columns() ? 0 : 1;
        Rebreak rebreak = new Rebreak(history, main, x, y);
        history = rebreak.resize(columns, rows, packer, now);
        alternate.crop(columns, rows);
        return rebreak;
    }
}
