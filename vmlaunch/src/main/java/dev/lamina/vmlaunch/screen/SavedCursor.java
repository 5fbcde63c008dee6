package dev.lamina.vmlaunch.screen;

/// What `ESC 7` remembers, once for each of the two screens.
record SavedCursor(int x, int y, boolean wrapPending, long style, Charsets charsets, boolean origin) {
    static final SavedCursor NOTHING = new SavedCursor(0, 0, false, Style.DEFAULT, Charsets.ASCII, false);

    SavedCursor at(int column, int line) {
        return new SavedCursor(column, line, false, style, charsets, origin);
    }
}
