package dev.lamina.vmlaunch.screen;

import java.util.Arrays;

/// Writes rows as [PackedLine]s, one after the other into the same buffer.
final class Packer {
    private byte[] buffer = new byte[512];
    private int length;

    /// Until the next call [#buffer] holds the row, [#length] bytes of it.
    /// @param time of a row that has none of its own
    void pack(Row row, long time) {
        int columns = row.trimmed();
        length = PackedLine.cellsStart(0);
        room(columns + 16);
        header(row, columns, row.time() == 0 ? time : row.time());
        if (row.simple()) {
            row.copySimple(columns, buffer, length);
            length += columns;
        } else {
            cells(row, columns);
        }
        if (row.styled()) {
            runs(row, columns);
        }
    }

    byte[] buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    byte[] copy() {
        return Arrays.copyOf(buffer, length);
    }

    private void header(Row row, int columns, long time) {
        buffer[0] = (byte) ((row.wrapped() ? PackedLine.WRAPPED : 0)
                | (row.styled() ? PackedLine.STYLED : 0)
                | (row.simple() ? PackedLine.SIMPLE : 0));
        buffer[1] = (byte) columns;
        buffer[2] = (byte) (columns >>> 8);
        for (int i = 0; i < 6; i++) {
            buffer[3 + i] = (byte) (time >>> 8 * i);
        }
    }

    private void cells(Row row, int columns) {
        for (int column = 0; column < columns; column++) {
            String marks = row.marks(column);
            if (!marks.isEmpty()) {
                number(PackedLine.MARKED);
            }
            number(row.code(column));
            if (!marks.isEmpty()) {
                number(marks.codePointCount(0, marks.length()));
                marks.codePoints().forEach(this::number);
            }
        }
    }

    private void runs(Row row, int columns) {
        for (int from = 0; from < columns; ) {
            int to = row.runEnd(from, columns);
            number(to - from);
            number(row.style(from));
            from = to;
        }
    }

    private void number(long value) {
        room(10);
        long left = value;
        while (left >>> 7 != 0) {
            buffer[length++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        buffer[length++] = (byte) left;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * (length + more));
        }
    }
}
