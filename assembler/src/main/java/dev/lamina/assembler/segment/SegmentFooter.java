package dev.lamina.assembler.segment;

import dev.lamina.model.value.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What stands behind a kept segment's bytes: magic (8 bytes), size, size of the archive uncompressed (8 bytes each,
/// big-endian), SHA-256 of the bytes (32).
///
/// @param size of the compressed bytes
/// @param archiveSize of the cpio archive in them
public record SegmentFooter(long size, long archiveSize, Digest digest) {
    static final int BYTES = 56;
    private static final byte[] MAGIC = "LMNASEG1".getBytes(StandardCharsets.US_ASCII);

    byte[] encode() {
        return ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .putLong(size)
                .putLong(archiveSize)
                .put(HexFormat.of().parseHex(digest.hex()))
                .array();
    }

    static Optional<SegmentFooter> decode(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[MAGIC.length];
        buffer.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            return Optional.empty();
        }
        long size = buffer.getLong();
        long archiveSize = buffer.getLong();
        byte[] hash = new byte[32];
        buffer.get(hash);
        return Optional.of(new SegmentFooter(size, archiveSize, Digest.of(hash)));
    }
}
