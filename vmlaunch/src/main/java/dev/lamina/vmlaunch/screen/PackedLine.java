package dev.lamina.vmlaunch.screen;

/// How a line is kept: a hundred bytes for eighty columns of plain text.
/// ```
/// 1 byte   flags: WRAPPED, STYLED, SIMPLE
/// 2 bytes  columns
/// 6 bytes  milliseconds since 1970
/// cells    SIMPLE: one byte each (0 blank, 0x20 to 0x7e)
///          else:   one number each (0 blank, 1 second half of a wide character), or 2, the character,
///                  the count of its marks, the marks
/// runs     when STYLED: pairs of numbers, how many cells and their style, until all cells have one
/// ```
/// Numbers are little-endian in groups of seven bits, the highest bit telling that more follow.
final class PackedLine {
    static final int WRAPPED = 1;
    static final int STYLED = 2;
    static final int SIMPLE = 4;
    static final int MARKED = 2;
    private static final int HEADER = 9;

    static final byte[] EMPTY = {SIMPLE, 0, 0, 0, 0, 0, 0, 0, 0};

    private PackedLine() {}

    static boolean wrapped(byte[] packed, int start) {
        return (packed[start] & WRAPPED) != 0;
    }

    static boolean simple(byte[] packed, int start) {
        return (packed[start] & SIMPLE) != 0;
    }

    static boolean styled(byte[] packed, int start) {
        return (packed[start] & STYLED) != 0;
    }

    static int columns(byte[] packed, int start) {
        return packed[start + 1] & 0xff | (packed[start + 2] & 0xff) << 8;
    }

    static long time(byte[] packed, int start) {
        long time = 0;
        for (int i = 8; i >= 3; i--) {
            time = time << 8 | packed[start + i] & 0xff;
        }
        return time;
    }

    static int cellsStart(int start) {
        return start + HEADER;
    }
}
