package dev.lamina.assembler.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputNotesTest {
    private static final Digest KEY = key("one");

    @TempDir
    Path folder;

    @TempDir
    Path kept;

    private int written;

    private static Digest key(String text) {
        return Hashing.digest(text.getBytes(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void buildOnce() throws IOException {
        build(KEY);
        assertThat(written).isEqualTo(1);
    }

    /// Also a file without a key, which is written each time.
    private List<OutputFile> build(Digest key) throws IOException {
        try (OutputFolder out = OutputFolder.open(folder, OutputNotes.in(kept.resolve("notes")))) {
            out.write("image", key, stream -> {
                written++;
                stream.write("content".getBytes(StandardCharsets.UTF_8));
            });
            out.write("cmdline", stream -> stream.write('x'));
            return out.publish();
        }
    }

    @Test
    void whatIsThereAlreadyStays() throws IOException {
        FileTime before = Files.getLastModifiedTime(folder.resolve("image"));

        List<OutputFile> files = build(KEY);

        assertThat(written).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(folder.resolve("image"))).isEqualTo(before);
        assertThat(files)
                .containsExactly(
                        new OutputFile(folder.resolve("image"), 7, key("content")),
                        new OutputFile(folder.resolve("cmdline"), 1, key("x")));
    }

    @Test
    void otherPartsGiveAnotherFile() throws IOException {
        build(key("two"));

        assertThat(written).isEqualTo(2);
    }

    @Test
    void aFileThatSomebodyChangedIsWrittenAgain() throws IOException {
        FileTime before = Files.getLastModifiedTime(folder.resolve("image"));
        Files.writeString(folder.resolve("image"), "CONTENT");
        Files.setLastModifiedTime(folder.resolve("image"), before);

        build(KEY);

        assertThat(written).isEqualTo(2);
        assertThat(folder.resolve("image")).hasContent("content");
    }

    @Test
    void aFileThatIsGoneIsWrittenAgain() throws IOException {
        Files.delete(folder.resolve("image"));

        build(KEY);

        assertThat(folder.resolve("image")).hasContent("content");
    }

    @Test
    void aDamagedNoteIsNone() throws IOException {
        for (String text :
                List.of("", "\0", "lamina output 1\n" + KEY + "\nmany\nno digest\n \n", "x".repeat(10_000))) {
            for (Path note : notes()) {
                Files.writeString(note, text);
            }
            int before = written;

            build(KEY);

            assertThat(written).as(text).isEqualTo(before + 1);
        }
    }

    @Test
    void aChangedByteInANoteIsSeen() throws IOException {
        for (Path note : notes()) {
            byte[] bytes = Files.readAllBytes(note);
            bytes[bytes.length / 2] ^= 1;
            Files.write(note, bytes);
        }

        build(KEY);

        assertThat(written).isEqualTo(2);
    }

    @Test
    void whereNothingCanBeNotedTheFilesAreWrittenNevertheless() throws IOException {
        Path inTheWay = Files.writeString(kept.resolve("file"), "");

        try (OutputFolder out = OutputFolder.open(folder, OutputNotes.in(inTheWay))) {
            out.write("image", key("two"), stream -> stream.write('2'));
            out.publish();
        }

        assertThat(folder.resolve("image")).hasContent("2");
    }

    private List<Path> notes() throws IOException {
        try (Stream<Path> notes = Files.list(kept.resolve("notes"))) {
            return notes.toList();
        }
    }

    @Test
    void nothingIsNotedWhenNothingIsPublished() throws IOException {
        try (OutputFolder out = OutputFolder.open(folder, OutputNotes.in(kept.resolve("notes")))) {
            out.write("image", key("two"), stream -> stream.write('2'));
        }

        assertThat(folder.resolve("image")).hasContent("content");
        build(KEY);
        assertThat(written).isEqualTo(1);
    }
}
