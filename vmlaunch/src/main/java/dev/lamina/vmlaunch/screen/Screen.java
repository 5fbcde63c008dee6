package dev.lamina.vmlaunch.screen;

/// The screen of a terminal: two grids of which one is shown, the scrollback above the main one, the cursor
/// and its margins; and how characters get there. The cursor is always inside.
final class Screen {
    /// What `ESC 7` remembers.
    private record Saved(int x, int y, boolean wrapPending, long style, Charsets charsets, boolean origin) {
        static final Saved NOTHING = new Saved(0, 0, false, Style.DEFAULT, Charsets.ASCII, false);

        Saved at(int column, int line) {
            return new Saved(column, line, false, style, charsets, origin);
        }
    }

    final Switches switches = new Switches();
    final TabStops tabs;
    long style;
    Charsets charsets = Charsets.ASCII;

    private final Packer packer = new Packer();
    private final Grid main;
    private final Grid alternate;
    private History history;
    private Grid grid;
    private Saved savedOnMain = Saved.NOTHING;
    private Saved savedOnAlternate = Saved.NOTHING;
    private int x;
    private int y;
    private boolean wrapPending;
    private int top;
    private int bottom;
    private int lastPrinted = ' ';
    private long now;
    private long generation;

    Screen(int columns, int rows, int scrollback) {
        main = new Grid(columns, rows);
        alternate = new Grid(columns, rows);
        grid = main;
        history = new History(scrollback, 0);
        tabs = new TabStops(columns);
        bottom = rows - 1;
    }

    void now(long milliseconds) {
        now = milliseconds;
    }

    long now() {
        return now;
    }

    Grid grid() {
        return grid;
    }

    History history() {
        return history;
    }

    Packer packer() {
        return packer;
    }

    boolean isAlternate() {
        return grid == alternate;
    }

    long generation() {
        return generation;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    int top() {
        return top;
    }

    int bottom() {
        return bottom;
    }

    int lastPrinted() {
        return lastPrinted;
    }

    /// The row of the cursor.
    Row row() {
        return grid.row(y);
    }

    /// Prints characters of one column each, much faster than one by one.
    void ascii(byte[] bytes, int from, int to) {
        if (switches.insert || charsets.draws()) {
            for (int i = from; i < to; i++) {
                print(charsets.draws() ? Charsets.drawn(bytes[i]) : bytes[i]);
            }
            return;
        }
        int next = from;
        while (next < to) {
            wrap();
            int room = grid.columns() - x;
            int count = Math.min(to - next, room);
            if (!switches.autowrap && to - next > room) {
                count = Math.max(1, room - 1);
                next = room == 1 ? to - 1 : next; // the last column keeps the last character
            }
            grid.row(y).ascii(x, bytes, next, count, style, now);
            next += count;
            advance(count);
        }
        lastPrinted = bytes[to - 1];
    }

    void print(int codePoint) {
        int width = CharacterWidth.of(codePoint);
        if (width == 0) {
            mark(codePoint);
        } else if (width > 0) {
            print(codePoint, width);
            lastPrinted = codePoint;
        }
    }

    private void print(int codePoint, int width) {
        wrap();
        if (x + width > grid.columns()) {
            if (switches.autowrap) {
                wrapPending = true;
                wrap();
            } else {
                x = grid.columns() - width;
            }
        }
        if (switches.insert) {
            row().insert(x, width, Style.erased(style));
        }
        row().put(x, codePoint, width, style, now);
        advance(width);
    }

    private void mark(int codePoint) {
        int column = wrapPending ? x : x - 1;
        if (column > 0 && row().code(column) == Row.TAIL) {
            column--;
        }
        if (column >= 0) {
            row().mark(column, codePoint);
        }
    }

    private void advance(int count) {
        x += count;
        if (x >= grid.columns()) {
            x = grid.columns() - 1;
            row().wrapped(false);
            wrapPending = switches.autowrap;
        }
    }

    private void wrap() {
        if (wrapPending) {
            row().wrapped(true);
            x = 0;
            lineFeed();
        }
    }

    void lineFeed() {
        wrapPending = false;
        if (y == bottom) {
            scrollUp(top, 1);
        } else if (y < grid.rows() - 1) {
            y++;
        }
    }

    void reverseLineFeed() {
        wrapPending = false;
        if (y == top) {
            grid.scrollDown(top, bottom, 1, Style.erased(style));
        } else if (y > 0) {
            y--;
        }
    }

    /// Scrolls what is from `first` to the bottom margin; what leaves the top of the main screen is kept.
    void scrollUp(int first, int count) {
        int lines = Math.min(count, bottom - first + 1);
        if (first == 0 && grid == main) {
            keep(lines);
        }
        grid.scrollUp(first, bottom, lines, Style.erased(style));
    }

    void scrollDown(int first, int count) {
        grid.scrollDown(first, bottom, count, Style.erased(style));
    }

    private void keep(int lines) {
        for (int i = 0; i < lines; i++) {
            packer.pack(main.row(i), now);
            history.append(packer.buffer(), 0, packer.length());
        }
        history.trim();
    }

    /// Blanks the whole screen; what the main one shows moves into the scrollback first.
    void clear() {
        if (grid == main) {
            keep(main.used());
        }
        grid.clear(Style.erased(style));
    }

    /// @param line counted from the top margin when the guest asked for it, else from the top
    void moveTo(int column, int line) {
        int first = switches.origin ? top : 0;
        int last = switches.origin ? bottom : grid.rows() - 1;
        x = Math.clamp(column, 0, grid.columns() - 1);
        y = Math.clamp((long) first + line, first, last);
        wrapPending = false;
    }

    void moveToColumn(int column) {
        x = Math.clamp(column, 0, grid.columns() - 1);
        wrapPending = false;
    }

    /// Moves up or down, and stops at the margin when it starts within.
    void moveLines(int lines) {
        int first = y >= top ? top : 0;
        int last = y <= bottom ? bottom : grid.rows() - 1;
        y = Math.clamp((long) y + lines, first, last);
        wrapPending = false;
    }

    void margins(int first, int last) {
        if (first < last && last < grid.rows()) {
            top = first;
            bottom = last;
            moveTo(0, 0);
        }
    }

    void save() {
        Saved saved = new Saved(x, y, wrapPending, style, charsets, switches.origin);
        if (isAlternate()) {
            savedOnAlternate = saved;
        } else {
            savedOnMain = saved;
        }
    }

    void restore() {
        Saved saved = isAlternate() ? savedOnAlternate : savedOnMain;
        style = saved.style;
        charsets = saved.charsets;
        switches.origin = saved.origin;
        x = Math.min(saved.x, grid.columns() - 1);
        y = Math.min(saved.y, grid.rows() - 1);
        wrapPending = saved.wrapPending && x == grid.columns() - 1;
    }

    void showAlternate(boolean show) {
        grid = show ? alternate : main;
        wrapPending = false;
    }

    /// As after switching on, but for the scrollback.
    void reset() {
        style = Style.DEFAULT;
        grid = main;
        clear();
        alternate.clear(Style.DEFAULT);
        switches.reset();
        tabs.reset(main.columns());
        savedOnMain = Saved.NOTHING;
        savedOnAlternate = Saved.NOTHING;
        resetCursor();
        moveTo(0, 0);
    }

    /// Margins, style and character sets as after switching on.
    void resetCursor() {
        style = Style.DEFAULT;
        charsets = Charsets.ASCII;
        resetMargins();
    }

    void resetMargins() {
        top = 0;
        bottom = grid.rows() - 1;
        wrapPending = false;
    }

    /// What is printed next goes where the cursor is, even in the last column.
    void forgetWrap() {
        wrapPending = false;
    }

    void autowrap(boolean on) {
        switches.autowrap = on;
        wrapPending &= on;
    }

    /// Scrolls up what is from the cursor's line to the bottom margin; nothing of it is kept.
    void deleteLines(int count) {
        grid.scrollUp(y, bottom, count, Style.erased(style));
    }

    /// The cursor's line becomes the first one, and those above and below are gone.
    void clearAroundCursor() {
        grid.scrollUp(0, grid.rows() - 1, y, Style.DEFAULT);
        for (int line = 1; line < grid.rows(); line++) {
            grid.row(line).clear(Style.DEFAULT);
        }
        y = 0;
    }

    void resize(int columns, int rows) {
        boolean rebroken = columns != main.columns();
        Rebreak rebreak = isAlternate()
                ? new Rebreak(history, main, savedOnMain.x, savedOnMain.y)
                : new Rebreak(history, main, x, y);
        history = rebreak.resize(columns, rows, packer, now);
        alternate.crop(columns, rows);
        generation += rebroken ? 1 : 0;
        if (isAlternate()) {
            savedOnMain = savedOnMain.at(rebreak.x(), rebreak.y());
            x = Math.min(x, columns - 1);
            y = Math.min(y, rows - 1);
        } else {
            x = rebreak.x();
            y = rebreak.y();
        }
        tabs.resize(columns);
        wrapPending = false;
        top = 0;
        bottom = rows - 1;
    }
}
