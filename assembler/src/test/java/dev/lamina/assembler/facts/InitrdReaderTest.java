package dev.lamina.assembler.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.fs.cpio.CpioWriter;
import dev.lamina.assembler.fs.cpio.HardLinks;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.model.memory.SystemLoad;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitrdReaderTest {
    @TempDir
    Path folder;

    private Path initrd(Tree tree) throws IOException {
        Path file = folder.resolve("initrd.img");
        try (OutputStream out = new ZstdOutput(Files.newOutputStream(file), 1);
                CpioWriter cpio = new CpioWriter(out, HardLinks.NONE)) {
            tree.streamTo(cpio);
        }
        return file;
    }

    private static Tree system() {
        return new Tree()
                .file("init", "i".repeat(5000))
                .file("empty", "")
                .file(
                        "containers/services/000-a/config.json",
                        "{\"linux\":{\"resources\":{\"memory\":{\"limit\":1048576}}}}")
                .file("containers/services/001-b/config.json", "{\"linux\":{}}")
                .file("containers/services/002-c/config.json", "no JSON")
                .file(
                        "containers/services/003-d/config.json",
                        "{\"linux\":{\"resources\":{\"memory\":{\"limit\":-1}}}}")
                .file("containers/onboot/000-x/config.json", "{}");
    }

    @Test
    void filesCountInPagesAndServicesByTheirBundles() throws IOException {
        Path initrd = initrd(system());

        assertThat(InitrdReader.of(initrd, Reporter.silent()))
                .isEqualTo(new SystemLoad(
                        Files.size(initrd),
                        7 * 4096,
                        List.of(
                                OptionalLong.of(1 << 20),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty())));
    }

    @Test
    void ofADamagedOneTheBeginningCounts() throws IOException {
        Path initrd = initrd(system());
        byte[] whole = Files.readAllBytes(initrd);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(initrd, Arrays.copyOf(whole, length));
            assertThat(InitrdReader.of(initrd, Reporter.silent()).files()).isBetween(0L, 7 * 4096L);
        }
    }
}
