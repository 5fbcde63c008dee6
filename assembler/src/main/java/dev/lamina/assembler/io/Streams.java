package dev.lamina.assembler.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Small helpers for streams of exact length.
public final class Streams {
    private static final int CHUNK = 1 << 16;

    private Streams() {}

    /// Copies exactly `size` bytes.
    ///
    /// @throws EOFException if `in` ends before
    public static void copyExactly(InputStream in, OutputStream out, long size) throws IOException {
        byte[] buffer = new byte[(int) Math.min(CHUNK, Math.max(size, 1))];
        long left = size;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("ended after " + (size - left) + " of " + size + " bytes");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /// [InputStream#read()] for a stream that knows how to fill an array.
    public static int readOne(InputStream in) throws IOException {
        byte[] one = new byte[1];
        return in.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// Reads to the end and drops it.
    public static void drain(InputStream in) throws IOException {
        byte[] buffer = new byte[CHUNK];
        while (in.read(buffer) >= 0) {
            // the reading is the purpose
        }
    }

    /// Reads to the end and drops it, if that is not far.
    ///
    /// @param most bytes; who closes a stream early may be in a hurry
    /// @return whether it is at its end
    public static boolean drain(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[CHUNK];
        for (long left = most; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return true;
            }
            left -= read;
        }
        return false;
    }

    /// Skips up to `wanted` bytes, for a stream that has to see them.
    public static long skipByReading(InputStream in, long wanted) throws IOException {
        byte[] buffer = new byte[(int) Math.min(CHUNK, Math.max(wanted, 1))];
        long skipped = 0;
        while (skipped < wanted) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }
}
