package dev.lamina.assembler.fs.iso;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// The blocks at the begin of an image that say where everything is (8): `u8 type; char "CD001"; u8 version`, then by
/// type.
final class IsoDescriptor {
    private static final byte PRIMARY = 1;
    private static final byte SUPPLEMENTARY = 2;
    private static final byte TERMINATOR = (byte) 255;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss00").withZone(ZoneOffset.UTC);

    /// Says that the names are UCS-2, level 3 (Joliet specification).
    private static final byte[] JOLIET = {'%', '/', 'E'};

    private final IsoHierarchy hierarchy;
    private final String volume;
    private final long made;
    private final long blocks;
    private final boolean joliet;

    /// @param made seconds since 1970
    /// @param blocks of the whole image
    IsoDescriptor(IsoHierarchy hierarchy, String volume, long made, long blocks, boolean joliet) {
        this.hierarchy = hierarchy;
        this.volume = volume;
        this.made = made;
        this.blocks = blocks;
        this.joliet = joliet;
    }

    static byte[] terminator() {
        return begin(TERMINATOR).array();
    }

    private static ByteBuffer begin(byte type) {
        return ByteBuffer.allocate(Iso.BLOCK)
                .put(type)
                .put("CD001".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1);
    }

    /// ```
    /// u8 flags; char system[32], volume[32]; u8 unused[8]; both32 blocks; u8 escapes[32]
    /// both16 volumes, number, blockSize; both32 tableSize
    /// u32le table, table2; u32be table, table2; u8 root[34]
    /// char volumeSet[128], publisher[128], preparer[128], application[128]
    /// char copyright[37], abstract[37], bibliography[37]
    /// char created[17], modified[17], expires[17], effective[17]; u8 structure
    /// ```
    byte[] encode() {
        ByteBuffer out = begin(joliet ? SUPPLEMENTARY : PRIMARY).put((byte) 0);
        text(out, "LINUX", 32);
        text(out, volume, 32);
        out.position(80);
        Iso.both32(out, blocks);
        if (joliet) {
            out.put(JOLIET);
        }
        out.position(120);
        Iso.both16(out, 1);
        Iso.both16(out, 1);
        Iso.both16(out, Iso.BLOCK);
        Iso.both32(out, hierarchy.tableSize());
        out.order(ByteOrder.LITTLE_ENDIAN).putInt((int) hierarchy.littleTable).putInt(0);
        out.order(ByteOrder.BIG_ENDIAN).putInt((int) hierarchy.bigTable).putInt(0);
        out.put(hierarchy.rootRecord());
        text(out, "", 128);
        text(out, "", 128);
        text(out, "LAMINA", 128);
        text(out, "", 128);
        text(out, "", 37);
        text(out, "", 37);
        text(out, "", 37);
        time(out, TIME.format(Instant.ofEpochSecond(made)));
        time(out, TIME.format(Instant.ofEpochSecond(made)));
        time(out, "0".repeat(16));
        time(out, "0".repeat(16));
        return out.put((byte) 1).array();
    }

    /// Filled up with blanks; where characters have two bytes and the field has an odd length, the last byte stays 0.
    private void text(ByteBuffer out, String text, int length) {
        Charset charset = joliet ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
        int characters = joliet ? length / 2 : length;
        String filled = text.length() > characters ? text.substring(0, characters) : text;
        int end = out.position() + length;
        out.put((filled + " ".repeat(characters - filled.length())).getBytes(charset));
        out.position(end);
    }

    /// Digits, then the offset from Greenwich (8.4.26.1).
    private static void time(ByteBuffer out, String digits) {
        out.put(digits.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    }
}
