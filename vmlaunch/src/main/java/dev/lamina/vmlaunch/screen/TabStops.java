package dev.lamina.vmlaunch.screen;

import java.util.BitSet;

/// Where the tabulator stops: every eight columns until the guest says otherwise.
final class TabStops {
    private final BitSet stops = new BitSet();
    private int columns;

    TabStops(int columns) {
        reset(columns);
    }

    void reset(int width) {
        stops.clear();
        columns = 0;
        resize(width);
    }

    /// Further columns get the usual stops.
    void resize(int width) {
        for (int column = (columns + 7) / 8 * 8; column < width; column += 8) {
            stops.set(column);
        }
        columns = Math.max(columns, width);
    }

    void set(int column) {
        stops.set(column);
    }

    void clear(int column) {
        stops.clear(column);
    }

    void clearAll() {
        stops.clear();
    }

    /// @return a column up to `last`
    int next(int column, int last) {
        int next = stops.nextSetBit(column + 1);
        return next < 0 ? last : Math.min(next, last);
    }

    int previous(int column) {
        int previous = column == 0 ? -1 : stops.previousSetBit(column - 1);
        return Math.max(0, previous);
    }
}
