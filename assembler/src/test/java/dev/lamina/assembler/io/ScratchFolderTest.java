package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    Path parent;

    @Test
    void itGoesWithAllThatIsInIt() throws IOException {
        Path path;
        try (ScratchFolder scratch = ScratchFolder.in(parent.resolve("scratch"))) {
            path = scratch.path();
            Files.createDirectories(path.resolve("a/b"));
            Files.writeString(path.resolve("a/b/c"), "x");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void whatAKilledProcessLeftGoesWithTheNextOne() throws IOException {
        Path left = Files.createDirectory(parent.resolve(".part-7b-18c-0d5f"));
        Files.writeString(left.resolve("image.tar"), "half");
        Path foreign = Files.createDirectory(parent.resolve("something-else"));

        ScratchFolder.in(parent).close();

        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void thoseInUseStay() throws IOException {
        Path other = Files.createDirectory(parent.resolve(".part-7b-18c-0d5f"));
        try (FileChannel living =
                FileChannel.open(other.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            living.lock();
            ScratchFolder first = ScratchFolder.in(parent);
            ScratchFolder.in(parent).close();
            assertThat(first.path()).exists();
            assertThat(other).exists();
            first.close();
        }
    }
}
