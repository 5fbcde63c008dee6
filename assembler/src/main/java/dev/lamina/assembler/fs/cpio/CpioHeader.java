package dev.lamina.assembler.fs.cpio;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A "newc" header: the magic, then 13 numbers of 8 hex digits (Linux, buffer-format.rst):
/// ```
/// 070701 ino mode uid gid nlink mtime filesize major minor rmajor rminor namesize check
/// ```
/// The name follows with its zero byte, then the content; both are padded to 4 bytes from the archive's start.
record CpioHeader(
        long inode,
        long mode,
        long uid,
        long gid,
        long links,
        long mtime,
        long size,
        long deviceMajor,
        long deviceMinor,
        long nameSize) {

    static final int BYTES = 110;
    static final String TRAILER = "TRAILER!!!";
    /// With the zero byte at its end; the kernel silently leaves out what has a longer one (init/initramfs.c).
    static final int MAX_NAME = 4096;

    static final long MAX = 0xFFFF_FFFFL;
    private static final String MAGIC = "070701";

    /// The device that holds the archive's files; any will do, these are LinuxKit's.
    private static final int MAJOR = 3;

    private static final int MINOR = 1;

    byte[] encode() {
        StringBuilder text = new StringBuilder(BYTES).append(MAGIC);
        long[] fields = {inode, mode, uid, gid, links, mtime, size, MAJOR, MINOR, deviceMajor, deviceMinor, nameSize, 0
        };
        for (long field : fields) {
            String digits = Long.toHexString(field);
            text.append("0".repeat(8 - digits.length())).append(digits);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static CpioHeader decode(byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (bytes.length < BYTES || !text.startsWith(MAGIC)) {
            throw new IOException("no cpio header of the form newc");
        }
        long[] fields = new long[13];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = hex(text.substring(6 + 8 * i, 14 + 8 * i));
        }
        return new CpioHeader(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                fields[4],
                fields[5],
                fields[6],
                fields[9],
                fields[10],
                fields[11]);
    }

    private static long hex(String digits) throws IOException {
        if (!digits.matches("[0-9a-fA-F]{8}")) {
            throw new IOException("a cpio header holds \"" + digits.replaceAll("[^ -~]", "?") + "\", no number");
        }
        return Long.parseLong(digits, 16);
    }
}
