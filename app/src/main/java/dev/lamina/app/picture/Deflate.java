package dev.lamina.app.picture;

import java.io.ByteArrayOutputStream;

/// Compresses pictures (RFC 1951), where runs of one byte are nearly all there is: with fixed codes, and
/// with repetitions of the byte before and of the pixel before. Java's own compressor is the one of the
/// computer, and these do not all give the same bytes.
final class Deflate {
    private static final int LONGEST = 258;
    private static final int SHORTEST = 3;
    private static final int PIXEL = 3;
    private static final int END = 256;

    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long buffer;
    private int count;

    private Deflate() {}

    static byte[] of(byte[] bytes) {
        Deflate deflate = new Deflate();
        deflate.bits(1, 1); // the last block
        deflate.bits(1, 2); // fixed codes
        int at = 0;
        while (at < bytes.length) {
            int near = run(bytes, at, 1);
            int pixel = run(bytes, at, PIXEL);
            int length = Math.max(near, pixel);
            if (length < SHORTEST) {
                deflate.symbol(bytes[at] & 0xff);
                at++;
            } else {
                // Distances 1 and 3 have the codes 0 and 2, without further bits.
                deflate.length(length);
                deflate.code(near >= pixel ? 0 : 2, 5);
                at += length;
            }
        }
        deflate.symbol(END);
        deflate.bits(0, 7);
        return deflate.out.toByteArray();
    }

    /// How many bytes are those that are `distance` before them.
    private static int run(byte[] bytes, int at, int distance) {
        if (at < distance) {
            return 0;
        }
        int length = 0;
        while (length < LONGEST && at + length < bytes.length && bytes[at + length] == bytes[at + length - distance]) {
            length++;
        }
        return length;
    }

    private void length(int length) {
        int index = LENGTH_BASE.length - 1;
        while (LENGTH_BASE[index] > length) {
            index--;
        }
        symbol(257 + index);
        bits(length - LENGTH_BASE[index], LENGTH_BITS[index]);
    }

    /// By RFC 1951, 3.2.6.
    private void symbol(int value) {
        if (value < 144) {
            code(0x30 + value, 8);
        } else if (value < 256) {
            code(0x190 + value - 144, 9);
        } else if (value < 280) {
            code(value - 256, 7);
        } else {
            code(0xc0 + value - 280, 8);
        }
    }

    /// Codes have their highest bit first.
    private void code(int value, int length) {
        bits(Integer.reverse(value) >>> (32 - length), length);
    }

    private void bits(int value, int length) {
        buffer |= (long) value << count;
        count += length;
        while (count >= 8) {
            out.write((int) buffer & 0xff);
            buffer >>>= 8;
            count -= 8;
        }
    }
}
