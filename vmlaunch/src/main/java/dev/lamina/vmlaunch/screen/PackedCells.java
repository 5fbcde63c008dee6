package dev.lamina.vmlaunch.screen;

import org.jspecify.annotations.Nullable;

/// The characters of a packed line; plain text is read where it lies, other text is unpacked.
/// @param from where the cells of plain text begin
/// @param codes one for each column; none for plain text
/// @param marks as `codes`, "" or nothing where a cell has none; none when no cell has any
/// @param end behind the last cell, where the runs begin
record PackedCells(
        byte[] packed,
        int from,
        int @Nullable [] codes,
        @Nullable String @Nullable [] marks,
        int end) {

    static PackedCells of(byte[] packed, int start) {
        int columns = PackedLine.columns(packed, start);
        int from = PackedLine.cellsStart(start);
        if (PackedLine.simple(packed, start)) {
            return new PackedCells(packed, from, null, null, from + columns);
        }
        Numbers numbers = new Numbers(packed, from);
        int[] codes = new int[columns];
        @Nullable String[] marks = null;
        for (int column = 0; column < columns; column++) {
            int code = (int) numbers.next();
            if (code == PackedLine.MARKED) {
                code = (int) numbers.next();
                marks = marks == null ? new @Nullable String[columns] : marks;
                marks[column] = numbers.text();
            }
            codes[column] = code;
        }
        return new PackedCells(packed, from, codes, marks, numbers.position());
    }

    int code(int column) {
        return codes == null ? packed[from + column] : codes[column];
    }

    String marks(int column) {
        String text = marks == null ? null : marks[column];
        return text == null ? "" : text;
    }
}
