package dev.lamina.assembler.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.model.problem.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    Path folder;

    private static void write(OutputFolder out, String name, String text) throws IOException {
        out.write(name, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void nothingAppearsBeforeEverythingIsWritten() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        try (OutputFolder out = OutputFolder.open(folder)) {
            write(out, "a", "new");
            write(out, "b", "more");
            assertThat(folder.resolve("a")).hasContent("old");
            assertThat(folder.resolve("b")).doesNotExist();

            List<OutputFile> files = out.publish();

            assertThat(files).extracting(OutputFile::path).containsExactly(folder.resolve("a"), folder.resolve("b"));
            assertThat(files).extracting(OutputFile::size).containsExactly(3L, 4L);
            assertThat(files.getFirst().sha256().hex())
                    .isEqualTo("11507a0e2f5e69d5dfa40a62a1bd7b6ee57e6bcd85c67c9b8431b36fff21c437");
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(folder.resolve("a")).hasContent("new");
        assertThat(folder.resolve("b")).hasContent("more");
    }

    @Test
    void whatIsNotPublishedLeavesNoTrace() throws IOException {
        try (OutputFolder out = OutputFolder.open(folder)) {
            write(out, "a", "new");
            out.discard();
            write(out, "a", "newer");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderInTheWayIsNamedAndNothingIsReplaced() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        Files.createDirectories(folder.resolve("b/c"));
        try (OutputFolder out = OutputFolder.open(folder)) {
            write(out, "a", "new");
            write(out, "b", "new");
            assertThatThrownBy(out::publish)
                    .isInstanceOf(InputException.class)
                    .hasMessage("cannot write " + folder.resolve("b") + ": it is a folder");
        }
        assertThat(names()).containsExactly("a", "b");
        assertThat(folder.resolve("a")).hasContent("old");
    }

    @Test
    void whenALaterFileCannotAppearTheEarlierOnesAreAsBefore() throws IOException {
        Files.writeString(folder.resolve("a"), "old");
        try (OutputFolder out = OutputFolder.open(folder)) {
            write(out, "a", "new");
            write(out, "b", "new");
            write(out, "missing/c", "new");
            assertThatThrownBy(out::publish).isInstanceOf(IOException.class);
        }
        assertThat(names()).containsExactly("a");
        assertThat(folder.resolve("a")).hasContent("old");
    }

    @Test
    void filesOfOthersStayWhateverTheirNames() throws IOException {
        Files.writeString(folder.resolve(".part-two-of-my-novel"), "Once");
        OutputFolder.open(folder).close();
        assertThat(names()).containsExactly(".part-two-of-my-novel");
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> OutputFolder.open(file)).isInstanceOfSatisfying(InputException.class, e -> {
            assertThat(e).hasMessage(file + " is not a folder");
            assertThat(e.hint()).isEqualTo(Optional.of("choose another folder, or move the file away"));
        });
    }
}
