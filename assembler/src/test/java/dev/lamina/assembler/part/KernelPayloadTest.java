package dev.lamina.assembler.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

class KernelPayloadTest {
    private static final byte[] KERNEL = "\u007fELF kernel ".repeat(500).getBytes(StandardCharsets.UTF_8);

    private interface Packing {
        OutputStream on(OutputStream out) throws IOException;
    }

    @Test
    void compressedImageIsDecompressed() throws IOException {
        assertThat(payload(packed(GZIPOutputStream::new))).contains(KERNEL);
        assertThat(payload(Zstd.compress(KERNEL))).contains(KERNEL);
    }

    @Test
    void payloadOfABzImageIsTakenOut() throws IOException {
        assertThat(payload(bzImage(packed(GZIPOutputStream::new)))).contains(KERNEL);
        assertThat(payload(bzImage(withLength(packed(KernelPayloadTest::xz))))).contains(KERNEL);
        assertThat(payload(bzImage(withLength(Zstd.compress(KERNEL))))).contains(KERNEL);
    }

    @Test
    void whatIsNotCompressedHasNone() throws IOException {
        assertThat(payload(KERNEL)).isEmpty();
        assertThat(payload(new byte[0])).isEmpty();
        assertThat(payload(bzImage(new byte[100]))).isEmpty();
    }

    @Test
    void truncatedOneIsAnError() throws IOException {
        byte[] image = bzImage(packed(GZIPOutputStream::new));
        assertThatThrownBy(() -> payload(Arrays.copyOf(image, image.length - 600)))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> payload(Arrays.copyOf(image, 700))).isInstanceOf(IOException.class);
    }

    private static Optional<byte[]> payload(byte[] kernel) throws IOException {
        var payload = KernelPayload.of(new ByteArrayInputStream(kernel));
        return payload.isPresent() ? Optional.of(payload.get().readAllBytes()) : Optional.empty();
    }

    /// As the kernel's build does it: with the filter for x86.
    private static OutputStream xz(OutputStream out) throws IOException {
        return new XZOutputStream(out, new FilterOptions[] {new X86Options(), new LZMA2Options(1)});
    }

    private static byte[] packed(Packing packing) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packing.on(bytes)) {
            out.write(KERNEL);
        }
        return bytes.toByteArray();
    }

    private static byte[] withLength(byte[] payload) {
        return ByteBuffer.allocate(payload.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(payload)
                .putInt(KERNEL.length)
                .array();
    }

    /// One sector of set-up beside the first, a payload 64 bytes into the kernel proper, and something behind it.
    private static byte[] bzImage(byte[] payload) {
        ByteBuffer image = ByteBuffer.allocate(1024 + 64 + payload.length + 512).order(ByteOrder.LITTLE_ENDIAN);
        image.put(0x1F1, (byte) 1)
                .putShort(0x1FE, (short) 0xAA55)
                .putInt(0x202, 0x53726448)
                .putShort(0x206, (short) 0x20F)
                .putInt(0x248, 64)
                .putInt(0x24C, payload.length);
        image.put(1024 + 64, payload);
        return image.array();
    }
}
