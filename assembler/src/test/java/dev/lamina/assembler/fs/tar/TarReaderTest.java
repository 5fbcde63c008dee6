package dev.lamina.assembler.fs.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.testing.Archives;
import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tars that somebody made to do harm, that something broke, and that other writers write.
final class TarReaderTest {
    private static TarReader reader(byte[] tar) {
        return new TarReader(new ByteArrayInputStream(tar), "test.tar");
    }

    /// Contents by path.
    private static Map<String, String> read(byte[] tar) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        reader(tar)
                .streamTo((entry, content) ->
                        contents.put(entry.path(), new String(content.readAllBytes(), StandardCharsets.ISO_8859_1)));
        return contents;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        0 | /etc/passwd |             | has an absolute name
        0 | a/../../b   |             | leaves the tree by ".."
        2 | ../a        | b           | leaves the tree by ".."
        1 | a           | /etc/passwd | is a hard link to "/etc/passwd", outside of the tree
        1 | a           | ../b        | is a hard link to "../b", outside of the tree
        """)
    void anEntryThatLeavesTheTreeIsRefused(char type, String name, String link, String problem) {
        byte[] tar =
                new RawTar().entry(type, name, link == null ? "" : link, "").end();

        assertThatThrownBy(() -> read(tar))
                .isInstanceOf(UnsafeArchiveException.class)
                .hasMessage("test.tar: entry \"" + name + "\" " + problem);
    }

    @Test
    void nothingIsWrittenThroughALinkOfTheSameArchive() {
        RawTar below = new RawTar().entry('2', "dir", "/etc", "").entry('0', "dir/passwd", "", "x");
        RawTar linked = new RawTar().entry('2', "dir", "/", "").entry('1', "x", "dir/etc/passwd", "");

        assertThatThrownBy(() -> read(below.end()))
                .isInstanceOf(UnsafeArchiveException.class)
                .hasMessage("test.tar: entry \"dir/passwd\" lies below \"dir\", a symbolic link");
        assertThatThrownBy(() -> read(linked.end()))
                .isInstanceOf(UnsafeArchiveException.class)
                .hasMessage("test.tar: entry \"x\" is a hard link to \"dir/etc/passwd\", outside of the tree");
    }

    @Test
    void aDirectoryMayTakeThePlaceOfALink() throws IOException {
        byte[] tar = new RawTar()
                .entry('2', "dir", "/etc", "")
                .entry('5', "dir/", "", "")
                .entry('0', "dir/a", "", "x")
                .end();

        assertThat(read(tar)).containsEntry("dir/a", "x");
    }

    @Test
    void aNameWithAZeroByteIsRefused() {
        byte[] tar = new RawTar().pax("path", "a\0b").entry('0', "a", "", "").end();

        assertThatThrownBy(() -> read(tar))
                .isInstanceOf(UnsafeArchiveException.class)
                .hasMessage("test.tar: entry \"a?b\" has an impossible name");
    }

    @Test
    void longNamesOfGnuTarAreRead() throws IOException {
        String name = "n".repeat(300);
        byte[] tar = new RawTar()
                .entry('L', "././@LongLink", "", name + "\0")
                .entry('0', name.substring(0, 99), "", "x")
                .end();

        assertThat(read(tar)).isEqualTo(Map.of(name, "x"));
    }

    @Test
    void aNumberMayBeBinary() throws IOException {
        byte[] header = RawTar.header('0', "a", "", 0);
        RawTar.put(header, 108, "\200\0\0\0\262\320\136\0"); // 3,000,000,000
        List<Long> owners = new ArrayList<>();

        reader(new RawTar().entry(header, "").end()).streamTo((entry, content) -> owners.add(entry.uid()));

        assertThat(owners).containsExactly(3_000_000_000L);
    }

    /// A file of ten bytes of which four are stored, in the three forms in which GNU tar has written that.
    private static byte[] sparse(String form, long realSize, long offset, long length) {
        RawTar tar = new RawTar();
        switch (form) {
            case "header" -> {
                byte[] header = RawTar.header('S', "file", "", 4);
                RawTar.put(header, 386, RawTar.octal(offset) + RawTar.octal(length));
                RawTar.put(header, 483, RawTar.octal(realSize));
                tar.entry(header, "data");
            }
            case "0.1" ->
                tar.pax(
                                "GNU.sparse.size",
                                "" + realSize,
                                "GNU.sparse.map",
                                offset + "," + length,
                                "GNU.sparse.name",
                                "file")
                        .entry('0', "GNUSparseFile.0/file", "", "data");
            case "1.0" -> {
                String map = "1\n" + offset + "\n" + length + "\n";
                tar.pax(
                                "GNU.sparse.major",
                                "1",
                                "GNU.sparse.minor",
                                "0",
                                "GNU.sparse.name",
                                "file",
                                "GNU.sparse.realsize",
                                "" + realSize)
                        .entry('0', "GNUSparseFile.0/file", "", map + "\0".repeat(512 - map.length()) + "data");
            }
            default -> throw new IllegalArgumentException(form);
        }
        return tar.end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"header", "0.1", "1.0"})
    void theHolesOfASparseFileAreZeros(String form) throws IOException {
        assertThat(read(sparse(form, 10, 3, 4))).isEqualTo(Map.of("file", "\0\0\0data\0\0\0"));
        assertThat(read(sparse(form, 4, 0, 4))).isEqualTo(Map.of("file", "data"));
    }

    @ParameterizedTest
    @CsvSource({
        "header, 10, 7, 4",
        "0.1, 10, 7, 4",
        "1.0, 10, 7, 4",
        "0.1, 10, 0, 999999999999999999",
        "1.0, 10, 999999999999999999, 4",
        "header, 8000000000, 7999999999, 4",
        "0.1, 999999999999999999, 0, 4",
        "1.0, 999999999999999999, 0, 4"
    })
    void aMapThatCannotBeIsRefused(String form, long realSize, long offset, long length) {
        assertThatThrownBy(() -> read(sparse(form, realSize, offset, length)))
                .isInstanceOf(BadArchiveException.class)
                .hasMessageStartingWith("test.tar is damaged or no tar archive: ");
    }

    @Test
    void readingEndsWhereSomethingIsFound() throws IOException {
        byte[] tar = Archives.tar(
                new Tree().file("a", "x".repeat(3000)).file("b", "found").file("c", "y"));
        byte[] cut = Arrays.copyOf(tar, 512 + 3072 + 512 + 5);
        List<String> seen = new ArrayList<>();

        Optional<String> content = reader(cut).find((entry, bytes) -> {
            seen.add(entry.path());
            return entry.path().equals("b")
                    ? Optional.of(new String(bytes.readNBytes(5), StandardCharsets.UTF_8))
                    : Optional.empty();
        });

        assertThat(content).contains("found");
        assertThat(seen).containsExactly("a", "b");
        assertThat(reader(tar).find((entry, bytes) -> Optional.<TreeEntry>empty()))
                .isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsCutOffOrDamagedIsAProblemOfTheArchive(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] tar = Archives.tar(Trees.random(seed));
        byte[] cut = Arrays.copyOf(tar, random.nextInt(tar.length - 1024));
        byte[] damaged = tar.clone();
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }

        assertThatThrownBy(() -> read(cut)).isInstanceOf(BadArchiveException.class);
        try {
            assertThat(read(damaged)).isNotNull();
        } catch (InputException e) {
            assertThat(e).isInstanceOfAny(BadArchiveException.class, UnsafeArchiveException.class);
        }
    }
}
