package dev.lamina.assembler.segment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// What stands behind a kept segment's bytes: magic, size, size of the archive uncompressed, CRC-32C of the bytes (8
/// bytes each, big-endian).
///
/// The checksum is there for disks that lose bytes, not against people, who could write to the system itself as well.
/// It takes a small part of the time of a cryptographic one.
///
/// @param size of the compressed bytes
/// @param archiveSize of the cpio archive in them
public record SegmentFooter(long size, long archiveSize, long checksum) {
    static final int BYTES = 32;
    private static final byte[] MAGIC = "LMNASEG2".getBytes(StandardCharsets.US_ASCII);

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .putLong(size)
                .putLong(archiveSize)
                .putLong(checksum)
                .array();
    }

    static Optional<SegmentFooter> decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[MAGIC.length];
        buffer.get(magic);
        return Arrays.equals(magic, MAGIC)
                ? Optional.of(new SegmentFooter(buffer.getLong(), buffer.getLong(), buffer.getLong()))
                : Optional.empty();
    }
}
