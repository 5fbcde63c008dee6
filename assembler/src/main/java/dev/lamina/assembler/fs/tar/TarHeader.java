package dev.lamina.assembler.fs.tar;

import dev.lamina.assembler.io.GuestText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One 512-byte header, POSIX.1-1988 ustar and what GNU tar makes of it:
/// ```
/// name 0+100  mode 100+8  uid 108+8  gid 116+8  size 124+12  mtime 136+12  checksum 148+8  type 156
/// linkname 157+100  magic 257+6  version 263+2  uname 265+32  gname 297+32  major 329+8  minor 337+8  prefix 345+155
/// ```
record TarHeader(
        byte[] name,
        int mode,
        long uid,
        long gid,
        long size,
        long mtime,
        char type,
        byte[] link,
        int major,
        int minor) {

    static final int BLOCK = 512;
    static final int NAME = 100;
    static final int CHECKSUM = 148;
    private static final String POSIX_MAGIC = "ustar\0";

    /// The block is not a header; the message says why.
    static final class InvalidHeaderException extends Exception {
        InvalidHeaderException(String message) {
            super(message);
        }
    }

    static boolean isEnd(byte[] block) {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    static TarHeader decode(byte[] block) throws InvalidHeaderException {
        if (!checksumFits(block)) {
            throw new InvalidHeaderException("the checksum of a header is wrong");
        }
        return new TarHeader(
                name(block),
                (int) (number(block, 100, 8) & 07777),
                number(block, 108, 8),
                number(block, 116, 8),
                number(block, 124, 12),
                number(block, 136, 12),
                (char) (block[156] & 0xFF),
                text(block, 157, NAME),
                device(block, 329),
                device(block, 337));
    }

    /// The unsigned sum of all bytes, the checksum itself taken as blanks. Old tars on some systems summed signed
    /// bytes.
    private static boolean checksumFits(byte[] block) throws InvalidHeaderException {
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean own = i >= CHECKSUM && i < CHECKSUM + 8;
            unsigned += own ? ' ' : block[i] & 0xFF;
            signed += own ? ' ' : block[i];
        }
        long stored = number(block, CHECKSUM, 8);
        return stored == unsigned || stored == signed;
    }

    private static byte[] name(byte[] block) {
        byte[] name = text(block, 0, NAME);
        String magic = new String(block, 257, 6, StandardCharsets.ISO_8859_1);
        byte[] prefix = magic.equals(POSIX_MAGIC) ? text(block, 345, 155) : new byte[0];
        if (prefix.length == 0) {
            return name;
        }
        byte[] joined = Arrays.copyOf(prefix, prefix.length + 1 + name.length);
        joined[prefix.length] = '/';
        System.arraycopy(name, 0, joined, prefix.length + 1, name.length);
        return joined;
    }

    private static byte[] text(byte[] block, int offset, int length) {
        int end = offset;
        while (end < offset + length && block[end] != 0) {
            end++;
        }
        return Arrays.copyOfRange(block, offset, end);
    }

    private static int device(byte[] block, int offset) throws InvalidHeaderException {
        // only devices need it, and some writers leave rubbish for all else
        char type = (char) (block[156] & 0xFF);
        if (type != '3' && type != '4') {
            return 0;
        }
        long value = number(block, offset, 8);
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new InvalidHeaderException("a device number is out of range");
        }
        return (int) value;
    }

    /// Octal digits between blanks or zeros; or, when the first bit is set, a big-endian two's complement number.
    static long number(byte[] block, int offset, int length) throws InvalidHeaderException {
        if ((block[offset] & 0x80) != 0) {
            return binaryNumber(block, offset, length);
        }
        String text = new String(block, offset, length, StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
        try {
            return text.isEmpty() ? 0 : Long.parseUnsignedLong(text, 8);
        } catch (NumberFormatException e) {
            throw new InvalidHeaderException("a header holds \"" + printable(text) + "\" where a number belongs");
        }
    }

    private static long binaryNumber(byte[] block, int offset, int length) throws InvalidHeaderException {
        boolean negative = (block[offset] & 0x40) != 0;
        long value = negative ? -1 : 0;
        for (int i = 0; i < length; i++) {
            int b = block[offset + i] & 0xFF;
            int digit = i == 0 && !negative ? b & 0x7F : b;
            if (value >> 55 != (negative ? -1 : 0)) {
                throw new InvalidHeaderException("a number in a header is too large");
            }
            value = value << 8 | digit;
        }
        return value;
    }

    private static String printable(String text) {
        return GuestText.decode(text.getBytes(StandardCharsets.ISO_8859_1)).replaceAll("[^ -~]", "?");
    }
}
