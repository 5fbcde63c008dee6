package dev.lamina.app.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.value.Arch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class KernelArchTest {
    @TempDir
    Path folder = Path.of("");

    /// Offset and bytes of the mark, in hex.
    @ParameterizedTest
    @CsvSource({
        "202, 48647253, AMD64",
        "38, 41524d64, ARM64",
        "38, 52534305, RISCV64",
        "0, 7f454c460201010000000000000000000200 3e00, AMD64",
        "0, 7f454c460201010000000000000000000200 b700, ARM64",
        "0, 7f454c460202010000000000000000000002 0016, S390X"
    })
    void theFirstBytesOfAKernelTellItsArchitecture(String offset, String mark, Arch arch) throws IOException {
        byte[] kernel = kernel(Integer.parseInt(offset, 16), mark);

        assertThat(KernelArch.detect(Files.write(folder.resolve("kernel"), kernel)))
                .contains(arch);
    }

    @Test
    void aZippedKernelIsLookedInto() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(kernel(0x38, "41524d64"));
        }

        assertThat(KernelArch.detect(Files.write(folder.resolve("kernel"), zipped.toByteArray())))
                .contains(Arch.ARM64);
    }

    @Test
    void anythingElseIsUnknown() throws IOException {
        for (byte[] content : new byte[][] {
            {},
            {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3},
            "\u007fELF".getBytes(StandardCharsets.ISO_8859_1),
            kernel(0x38, "41524d65"),
            kernel(0, "7f454c460201010000000000000000000200 2800")
        }) {
            assertThat(KernelArch.detect(Files.write(folder.resolve("kernel"), content)))
                    .isEmpty();
        }
    }

    private static byte[] kernel(int offset, String mark) {
        byte[] kernel = new byte[8192];
        byte[] bytes = HexFormat.of().parseHex(mark.replace(" ", ""));
        System.arraycopy(bytes, 0, kernel, offset, bytes.length);
        return kernel;
    }
}
