package dev.lamina.assembler.fs.iso;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// What all structures of ISO 9660 (ECMA-119) have in common: blocks, numbers in both byte orders, times.
final class Iso {
    static final int BLOCK = 2048;

    private Iso() {}

    /// How many blocks hold that many bytes.
    static long blocks(long bytes) {
        return (bytes + BLOCK - 1) / BLOCK;
    }

    /// `u16 little endian, u16 big endian` (7.2.3)
    static void both16(ByteBuffer out, int value) {
        out.order(ByteOrder.LITTLE_ENDIAN).putShort((short) value);
        out.order(ByteOrder.BIG_ENDIAN).putShort((short) value);
    }

    /// `u32 little endian, u32 big endian` (7.3.3)
    static void both32(ByteBuffer out, long value) {
        out.order(ByteOrder.LITTLE_ENDIAN).putInt((int) value);
        out.order(ByteOrder.BIG_ENDIAN).putInt((int) value);
    }

    /// `u8 years since 1900, month, day, hour, minute, second; i8 quarters of an hour east of Greenwich` (9.1.5)
    static void shortTime(ByteBuffer out, long seconds) {
        ZonedDateTime time = Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC);
        if (time.getYear() < 1900 || time.getYear() > 1900 + 255) {
            time = Instant.EPOCH.atZone(ZoneOffset.UTC);
        }
        out.put((byte) (time.getYear() - 1900)).put((byte) time.getMonthValue()).put((byte) time.getDayOfMonth());
        out.put((byte) time.getHour()).put((byte) time.getMinute()).put((byte) time.getSecond());
        out.put((byte) 0);
    }
}
