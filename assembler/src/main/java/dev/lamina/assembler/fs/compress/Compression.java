package dev.lamina.assembler.fs.compress;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.lamina.assembler.io.CountingInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// The compressions of layers, packages and segments, told apart by their first bytes.
public enum Compression {
    NONE,
    GZIP,
    XZ,
    ZSTD;

    private static final int MAGIC = 6;

    /// What `xz -9` needs is 65 MiB; more is an attack.
    private static final int XZ_MEMORY_KIB = 128 * 1024;

    /// Of a data's beginning; fewer than six bytes are fine.
    public static Compression detect(byte[] start) {
        if (startsWith(start, 0x1F, 0x8B)) {
            return GZIP;
        }
        if (startsWith(start, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        boolean skippable = start.length > 3 && (start[0] & 0xF0) == 0x50 && startsWith(tail(start), 0x2A, 0x4D, 0x18);
        return skippable || startsWith(start, 0x28, 0xB5, 0x2F, 0xFD) ? ZSTD : NONE;
    }

    /// Reads whatever `in` holds, decompressed. Bytes that do not decompress give an [IOException], and so does an
    /// output beyond all reason for the input ([BoundedOutput]). Closing it closes `in`.
    public static InputStream decompress(InputStream in) throws IOException {
        return decompress(in, Long.MAX_VALUE);
    }

    /// As [#decompress(InputStream)], but an output longer than `maxBytes` is an error too.
    public static InputStream decompress(InputStream in, long maxBytes) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(MAGIC);
        byte[] start = buffered.readNBytes(MAGIC);
        buffered.reset();
        return detect(start).decoder(buffered, maxBytes);
    }

    private InputStream decoder(InputStream in, long maxBytes) throws IOException {
        CountingInputStream counter = new CountingInputStream(in);
        return new BoundedOutput(open(counter), counter, maxBytes);
    }

    private InputStream open(InputStream in) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP ->
                GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setDecompressConcatenated(true)
                        .get();
            case XZ -> new XZInputStream(in, XZ_MEMORY_KIB);
            case ZSTD -> new ZstdInputStreamNoFinalizer(in);
        };
    }

    private static boolean startsWith(byte[] bytes, int... wanted) {
        if (bytes.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] tail(byte[] bytes) {
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }
}
