package dev.lamina.assembler.part;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.io.LimitedInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/// The kernel within a compressed one, for hypervisors that decompress none: a compressed image, as arm64 has it, or
/// the payload of a bzImage, as x86 has it (kernel documentation, arch/x86/boot.rst).
final class KernelPayload {
    /// No kernel is near it.
    private static final long LONGEST = 1L << 30;

    private static final int HEADER = 0x250;
    private static final int SETUP_SECTORS = 0x1F1;
    private static final int BOOT_FLAG = 0x1FE;
    private static final int MAGIC = 0x202;
    private static final int VERSION = 0x206;
    private static final int PAYLOAD_OFFSET = 0x248;
    private static final int PAYLOAD_LENGTH = 0x24C;

    private static final int HDRS = 0x53726448;
    private static final int FIRST_WITH_PAYLOAD = 0x208;
    private static final int SECTOR = 512;
    private static final int MAGIC_BYTES = 6;

    private KernelPayload() {}

    /// Empty when the kernel is not compressed in a way that is known.
    static Optional<InputStream> of(InputStream kernel) throws IOException {
        BufferedInputStream in = new BufferedInputStream(kernel, 1 << 16);
        in.mark(HEADER);
        byte[] start = in.readNBytes(HEADER);
        in.reset();
        if (Compression.detect(start) != Compression.NONE) {
            return Optional.of(Compression.decompress(in, LONGEST));
        }
        return isBzImage(start) ? payload(in, ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN)) : Optional.empty();
    }

    private static boolean isBzImage(byte[] start) {
        if (start.length < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
        return header.getShort(BOOT_FLAG) == (short) 0xAA55
                && header.getInt(MAGIC) == HDRS
                && header.getShort(VERSION) >= FIRST_WITH_PAYLOAD;
    }

    /// All but gzip have their length in four bytes behind them, which belong to the payload but not to its format.
    private static Optional<InputStream> payload(InputStream in, ByteBuffer header) throws IOException {
        long setup = ((header.get(SETUP_SECTORS) & 0xFF) + 1L) * SECTOR;
        in.skipNBytes(setup + Integer.toUnsignedLong(header.getInt(PAYLOAD_OFFSET)));
        long length = Integer.toUnsignedLong(header.getInt(PAYLOAD_LENGTH));
        in.mark(MAGIC_BYTES);
        Compression compression = Compression.detect(in.readNBytes(MAGIC_BYTES));
        in.reset();
        return switch (compression) {
            case NONE -> Optional.empty();
            case GZIP -> Optional.of(Compression.decompress(new LimitedInput(in, length), LONGEST));
            case XZ, ZSTD -> Optional.of(Compression.decompress(new LimitedInput(in, length - Integer.BYTES), LONGEST));
        };
    }
}
