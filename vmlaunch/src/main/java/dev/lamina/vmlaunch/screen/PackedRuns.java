package dev.lamina.vmlaunch.screen;

import java.util.Arrays;

/// The styles of a packed line, as runs of cells that look the same.
/// @param ends the column behind each run
record PackedRuns(int[] ends, long[] styles, int count) {
    private static final PackedRuns NONE = new PackedRuns(new int[0], new long[0], 0);

    static PackedRuns of(byte[] packed, int start, PackedCells cells) {
        return PackedLine.styled(packed, start)
                ? read(new Numbers(packed, cells.end()), PackedLine.columns(packed, start))
                : NONE;
    }

    private static PackedRuns read(Numbers numbers, int columns) {
        int[] ends = new int[8];
        long[] styles = new long[8];
        int count = 0;
        for (int column = 0; column < columns; count++) {
            if (count == ends.length) {
                ends = Arrays.copyOf(ends, 2 * count);
                styles = Arrays.copyOf(styles, 2 * count);
            }
            column += (int) numbers.next();
            ends[count] = column;
            styles[count] = numbers.next();
        }
        return new PackedRuns(ends, styles, count);
    }

    long style(int column) {
        return count == 0 ? Style.DEFAULT : styles[run(column)];
    }

    int end(int column, int columns) {
        return column >= columns || count == 0 ? columns : ends[run(column)];
    }

    private int run(int column) {
        int found = Arrays.binarySearch(ends, 0, count, column);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
