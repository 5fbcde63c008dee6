package dev.lamina.vmlaunch.screen;

/// The cursor of a terminal, the margins and the style for what comes next, on the grid that is shown. The
/// cursor is always inside.
final class Screen {
    final Switches switches = new Switches();
    final TabStops tabs;
    long style;
    Charsets charsets = Charsets.ASCII;

    private final Buffers buffers;
    private SavedCursor savedOnMain = SavedCursor.NOTHING;
    private SavedCursor savedOnAlternate = SavedCursor.NOTHING;
    private int x;
    private int y;
    private boolean wrapPending;
    private int top;
    private int bottom;

    Screen(int columns, int rows, int scrollback) {
        buffers = new Buffers(columns, rows, scrollback);
        tabs = new TabStops(columns);
        bottom = rows - 1;
    }

    Buffers buffers() {
        return buffers;
    }

    /// What is shown.
    Grid grid() {
        return buffers.shown();
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

    /// The row of the cursor.
    Row row() {
        return grid().row(y);
    }

    /// Moves behind what was printed; behind the last column it waits for what comes next.
    void advance(int count) {
        x += count;
        if (x >= grid().columns()) {
            x = grid().columns() - 1;
            row().wrapped(false);
            wrapPending = switches.autowrap;
        }
    }

    /// Goes to the next line when the last column has been printed to.
    void wrap() {
        if (wrapPending) {
            goOnInNextLine();
        }
    }

    void goOnInNextLine() {
        row().wrapped(true);
        x = 0;
        lineFeed();
    }

    boolean wrapPending() {
        return wrapPending;
    }

    void lineFeed() {
        wrapPending = false;
        if (y == bottom) {
            scrollUp(top, 1);
        } else if (y < grid().rows() - 1) {
            y++;
        }
    }

    void reverseLineFeed() {
        wrapPending = false;
        if (y == top) {
            grid().scrollDown(top, bottom, 1, blank());
        } else if (y > 0) {
            y--;
        }
    }

    /// Scrolls what is from `first` to the bottom margin.
    void scrollUp(int first, int count) {
        buffers.scrollUp(first, bottom, count, blank());
    }

    void scrollDown(int first, int count) {
        grid().scrollDown(first, bottom, count, blank());
    }

    /// Blanks the whole screen.
    void clear() {
        buffers.clear(blank());
    }

    /// What erased cells look like.
    long blank() {
        return Style.erased(style);
    }

    /// @param line counted from the top margin when the guest asked for it, else from the top
    void moveTo(int column, int line) {
        int first = switches.origin ? top : 0;
        int last = switches.origin ? bottom : grid().rows() - 1;
        x = Math.clamp(column, 0, grid().columns() - 1);
        y = Math.clamp((long) first + line, first, last);
        wrapPending = false;
    }

    void moveToColumn(int column) {
        x = Math.clamp(column, 0, grid().columns() - 1);
        wrapPending = false;
    }

    /// Moves up or down, and stops at the margin when it starts within.
    void moveLines(int lines) {
        int first = y >= top ? top : 0;
        int last = y <= bottom ? bottom : grid().rows() - 1;
        y = Math.clamp((long) y + lines, first, last);
        wrapPending = false;
    }

    void margins(int first, int last) {
        if (first < last && last < grid().rows()) {
            top = first;
            bottom = last;
            moveTo(0, 0);
        }
    }

    void save() {
        SavedCursor saved = new SavedCursor(x, y, wrapPending, style, charsets, switches.origin);
        if (buffers.isAlternate()) {
            savedOnAlternate = saved;
        } else {
            savedOnMain = saved;
        }
    }

    void restore() {
        SavedCursor saved = buffers.isAlternate() ? savedOnAlternate : savedOnMain;
        style = saved.style();
        charsets = saved.charsets();
        switches.origin = saved.origin();
        x = Math.min(saved.x(), grid().columns() - 1);
        y = Math.min(saved.y(), grid().rows() - 1);
        wrapPending = saved.wrapPending() && x == grid().columns() - 1;
    }

    void showAlternate(boolean show) {
        buffers.showAlternate(show);
        wrapPending = false;
    }

    /// As after switching on, but for the scrollback.
    void reset() {
        buffers.reset();
        switches.reset();
        tabs.reset(grid().columns());
        savedOnMain = SavedCursor.NOTHING;
        savedOnAlternate = SavedCursor.NOTHING;
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
        bottom = grid().rows() - 1;
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
        grid().scrollUp(y, bottom, count, blank());
    }

    /// The cursor's line becomes the first one, and those above and below are gone.
    void clearAroundCursor() {
        grid().scrollUp(0, grid().rows() - 1, y, Style.DEFAULT);
        for (int line = 1; line < grid().rows(); line++) {
            grid().row(line).clear(Style.DEFAULT);
        }
        y = 0;
    }

    void resize(int columns, int rows) {
        if (buffers.isAlternate()) {
            Rebreak moved = buffers.resize(columns, rows, savedOnMain.x(), savedOnMain.y());
            savedOnMain = savedOnMain.at(moved.x(), moved.y());
            x = Math.min(x, columns - 1);
            y = Math.min(y, rows - 1);
        } else {
            Rebreak moved = buffers.resize(columns, rows, x, y);
            x = moved.x();
            y = moved.y();
        }
        tabs.resize(columns);
        resetMargins();
    }
}
