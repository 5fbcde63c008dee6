package dev.lamina.assembler.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFileTest {
    private static final byte[] NEW = "new".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private String[] names() {
        return folder.toFile().list();
    }

    @Test
    void aPublishedFileIsThereAndNothingElse() throws IOException {
        Path target = folder.resolve("file");
        AtomicFile.write(target, NEW);
        assertThat(target).hasBinaryContent(NEW);
        assertThat(names()).containsExactly("file");
    }

    @Test
    void untilItIsPublishedTheOldOneStands() throws IOException {
        Path target = Files.writeString(folder.resolve("file"), "old");
        try (AtomicFile file = AtomicFile.beside(target)) {
            file.output().write(NEW);
            file.output().flush();
            assertThat(target).hasContent("old");
            file.publish(target);
            assertThat(target).hasBinaryContent(NEW);
        }
        assertThat(names()).containsExactly("file");
    }

    @Test
    void aFileThatIsNotPublishedLeavesNothing() throws IOException {
        try (AtomicFile file = AtomicFile.in(folder)) {
            file.output().write(NEW);
            file.output().close();
            assertThat(names()).hasSize(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aFileThatCannotBePublishedLeavesNothing() throws IOException {
        Path target = folder.resolve("folder");
        Files.createDirectories(target.resolve("full"));
        assertThatThrownBy(() -> AtomicFile.write(target, NEW)).isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("folder");
    }

    @Test
    void aMissingFolderIsNamed() {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> AtomicFile.in(none))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(none.toString());
    }

    @Test
    void whatAKilledWriterLeftIsRemoved() throws IOException {
        Path left = Files.createFile(folder.resolve(".part-7b-18c-0d5f"));
        Files.createFile(folder.resolve("part-of-the-store"));
        AtomicFile.removeAbandoned(folder);
        assertThat(left).doesNotExist();
        assertThat(names()).containsExactly("part-of-the-store");
    }

    @Test
    void whatALivingWriterWritesStays() throws IOException {
        try (AtomicFile own = AtomicFile.in(folder);
                FileChannel other = FileChannel.open(
                        folder.resolve(".part-7b-18c-0d5f"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            AtomicFile.removeAbandoned(folder);
            assertThat(names()).hasSize(2);
            own.publish(folder.resolve("own"));
        }
        AtomicFile.removeAbandoned(folder);
        assertThat(names()).containsExactly("own");
    }

    @Test
    void tidyingUpNeverFails() {
        AtomicFile.removeAbandoned(folder.resolve("none"));
        assertThat(names()).isEmpty();
    }
}
