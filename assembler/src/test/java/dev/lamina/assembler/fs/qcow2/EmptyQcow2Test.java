package dev.lamina.assembler.fs.qcow2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// QEMU's own program judges.
final class EmptyQcow2Test {
    @TempDir
    Path folder = Path.of("");

    private record Said(int code, String output) {}

    private static Said qemuImg(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.command().addFirst("qemu-img");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), output);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 512",
        "1048576, 1048576",
        "536870912, 536870912",
        "536870913, 536871424",
        "10995116277760, 10995116277760",
        "1125899906842624, 1125899906842624"
    })
    void qemuFindsNoErrorInIt(long wanted, long size) throws Exception {
        Path file = folder.resolve("disk.qcow2");
        EmptyQcow2.create(file, wanted);

        assertThat(qemuImg("check", file.toString())).satisfies(said -> {
            assertThat(said.code()).as(said.output()).isZero();
            assertThat(said.output()).startsWith("No errors were found on the image.");
        });
        assertThat(qemuImg("info", "--output=json", file.toString()).output())
                .contains("\"virtual-size\": " + size, "\"format\": \"qcow2\"");
        assertThat(Files.size(file)).isLessThan(20 << 20);
    }

    @Test
    void itReadsAsZerosAndTakesSnapshots() throws Exception {
        Path file = folder.resolve("disk.qcow2");
        EmptyQcow2.create(file, 1 << 20);
        Path zeros = Files.write(folder.resolve("zeros"), new byte[1 << 20]);

        assertThat(qemuImg("compare", "-f", "qcow2", "-F", "raw", file.toString(), zeros.toString()))
                .isEqualTo(new Said(0, "Images are identical.\n"));
        assertThat(qemuImg("snapshot", "-c", "one", file.toString())).isEqualTo(new Said(0, ""));
        assertThat(qemuImg("check", file.toString()).code()).isZero();
    }

    @Test
    void whatIsThereStaysAndASizeThatIsNoneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("disk.qcow2"), "precious");

        assertThatThrownBy(() -> EmptyQcow2.create(file, 512)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("precious");
        assertThatThrownBy(() -> EmptyQcow2.image(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EmptyQcow2.image(EmptyQcow2.LARGEST + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
