package dev.lamina.vmlaunch.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.model.problem.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KernelFileTest {
    private static final int SIZE = 0x1000;

    @TempDir
    Path folder;

    private KernelFile file(byte[] content) throws IOException {
        return KernelFile.read(Files.write(folder.resolve("kernel"), content));
    }

    private Path target() {
        return folder.resolve("unpacked");
    }

    private static ByteBuffer empty() {
        return ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] arm64Image() {
        return empty().put(0x38, ascii("ARMd")).put(SIZE - 1, (byte) 7).array();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream stream = new GZIPOutputStream(packed)) {
            stream.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zboot(String packing, byte[] packed) {
        ByteBuffer file = ByteBuffer.allocate(0x300 + packed.length + 100).order(ByteOrder.LITTLE_ENDIAN);
        file.put(0, ascii("MZ")).put(4, ascii("zimg"));
        file.putInt(8, 0x300).putInt(12, packed.length).put(0x18, ascii(packing));
        return file.put(0x300, packed).array();
    }

    @Test
    void aBzImageHasAVersion() throws IOException {
        KernelFile kernel = file(
                empty().put(0x202, ascii("HdrS")).putShort(0x206, (short) 0x20a).array());

        assertThat(kernel.isBzImage(0x20a)).isTrue();
        assertThat(kernel.isBzImage(0x20b)).isFalse();
        assertThat(kernel.isArm64Image()).isFalse();
    }

    @Test
    void theFirstBytesTellProgramsOfUefiAndOfLinuxApart() throws IOException {
        assertThat(file(empty().put(0, ascii("MZ")).array()).isEfi()).isTrue();
        assertThat(file(empty().array()).isEfi()).isFalse();
        assertThat(file(empty().put(0, ascii("\u007fELF")).array()).isElf()).isTrue();
        assertThat(file(empty().put(0, ascii("MZ")).array()).isElf()).isFalse();
    }

    @Test
    void aPlainImageStaysWhereItIs() throws IOException {
        assertThat(file(arm64Image()).arm64Image(target())).isEqualTo(folder.resolve("kernel"));
        assertThat(target()).doesNotExist();
    }

    @Test
    void aPackedImageIsUnpacked() throws IOException {
        assertThat(file(gzip(arm64Image())).arm64Image(target())).isEqualTo(target());
        assertThat(target()).hasBinaryContent(arm64Image());
    }

    @Test
    void anImageThatUnpacksItselfIsUnpackedAsWell() throws IOException {
        assertThat(file(zboot("gzip", gzip(arm64Image()))).arm64Image(target())).isEqualTo(target());
        assertThat(target()).hasBinaryContent(arm64Image());
    }

    @Test
    void anythingElseIsRefusedWithAWayOut() throws IOException {
        for (byte[] content : new byte[][] {
            {},
            {1, 2, 3},
            {0x1f, (byte) 0x8b},
            zboot("zstd", new byte[9]),
            zboot("gzip", new byte[9]),
            gzip(new byte[SIZE])
        }) {
            KernelFile kernel = file(content);

            assertThatThrownBy(() -> kernel.arm64Image(target()))
                    .isInstanceOf(InputException.class)
                    .hasMessage(folder.resolve("kernel") + " is no kernel for arm64 that can be unpacked here");
        }
    }
}
