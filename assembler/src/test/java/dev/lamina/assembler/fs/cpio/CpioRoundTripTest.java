package dev.lamina.assembler.fs.cpio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.testing.Archives;
import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Collector;
import dev.lamina.assembler.testing.Trees.Item;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CpioRoundTripTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackAsTheFormatCanHoldIt(long seed) throws IOException {
        Tree tree = Trees.random(seed);
        assertThat(read(Archives.cpio(tree))).isEqualTo(Trees.items(inCpio(tree)));
    }

    /// Without attributes, with times from 1970 on; a hard link is its file by another name.
    private static EntrySource inCpio(Tree tree) {
        return sink -> {
            Map<String, TreeEntry> files = new HashMap<>();
            tree.streamTo((entry, content) -> {
                TreeEntry shape = entry.kind() == Kind.HARD_LINK ? file(files, entry) : entry;
                if (entry.kind() == Kind.FILE) {
                    files.put(entry.path(), entry);
                }
                sink.accept(
                        new TreeEntry(
                                entry.path(),
                                entry.kind(),
                                shape.mode(),
                                shape.uid(),
                                shape.gid(),
                                Math.clamp(shape.mtime(), 0, 0xFFFF_FFFFL),
                                entry.size(),
                                entry.link(),
                                entry.deviceMajor(),
                                entry.deviceMinor(),
                                Map.of()),
                        content);
            });
        };
    }

    private static TreeEntry file(Map<String, TreeEntry> files, TreeEntry link) {
        return Optional.ofNullable(files.get(link.link())).orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void archivesBackToBackAreOneWhateverTheirPadding(long seed) throws IOException {
        Tree one = Trees.random(seed);
        Tree other = Trees.random(seed + 1000);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Archives.cpio(one));
        out.writeBytes(new byte[4 * new Random(seed).nextInt(200)]);
        out.writeBytes(Archives.cpio(other));
        List<Item> both = new ArrayList<>(Trees.items(inCpio(one)));
        both.addAll(Trees.items(inCpio(other)));
        assertThat(read(out.toByteArray())).isEqualTo(both);
    }

    @Test
    void aHardLinkToALinkIsALinkToItsFile() throws IOException {
        Tree tree = new Tree().file("a", "x").hardLink("b", "a").hardLink("c", "b");
        Collector collector = new Collector();
        new CpioReader(new ByteArrayInputStream(Archives.cpio(tree))).streamTo(collector);
        assertThat(collector.lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("FILE 644 0:0 ").endsWith(" a ->  {}"),
                        line -> assertThat(line)
                                .startsWith("HARD_LINK 644 0:0 ")
                                .endsWith(" b -> a {}"),
                        line -> assertThat(line)
                                .startsWith("HARD_LINK 644 0:0 ")
                                .endsWith(" c -> a {}"));
    }

    /// Compared with what `find . | cpio -o -H newc` of GNU cpio writes, but for inode, device and time.
    @Test
    void theBytesAreThoseOfTheFormat() throws IOException {
        assertThat(new String(Archives.cpio(new Tree().file("etc", "hi\n")), StandardCharsets.US_ASCII))
                .isEqualTo("070701" + "000002D1".toLowerCase(Locale.ROOT) + "000081a4" + "00000000"
                        + "00000000"
                        + "00000001" + "58f63f08" + "00000003" + "00000003" + "00000001" + "00000000" + "00000000"
                        + "00000004" + "00000000" + "etc\0\0\0" + "hi\n\0"
                        + "070701" + "00000000".repeat(4) + "00000001" + "00000000" + "00000000" + "00000003"
                        + "00000001" + "00000000" + "00000000" + "0000000b" + "00000000" + "TRAILER!!!\0\0\0\0");
    }

    @Test
    void aHardLinkBeforeItsFileIsRefused() {
        assertThatThrownBy(() -> Archives.cpio(new Tree().hardLink("b", "a").file("a", "x")))
                .isInstanceOf(IOException.class)
                .hasMessage("the hard link b comes before its file a, or without it");
    }

    @Test
    void aFileThatIsShorterThanSaidIsRefused() {
        Tree tree = new Tree().add(TreeEntry.file("a", 0644, 5), "four".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Archives.cpio(tree))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the content of a ");
    }

    @Test
    void aFileBeyondTheFormatIsNamedWithAWayOut() {
        CpioWriter writer = new CpioWriter(new ByteArrayOutputStream(), HardLinks.NONE);
        assertThatThrownBy(() -> writer.accept(TreeEntry.file("big", 0644, 1L << 32), InputStream.nullInputStream()))
                .isInstanceOfSatisfying(FileTooLargeException.class, e -> {
                    assertThat(e)
                            .hasMessage("big has 4294967296 bytes; an initial ramdisk holds files of up to 4 GiB - 1"
                                    + " byte");
                    assertThat(e.hint()).contains("keep it on a disk, or build a format that has a file system");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "070701", "070702", "07070100000g"})
    void whatIsNoCpioIsAnError(String text) {
        assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.US_ASCII))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anArchiveThatIsCutOffIsAnErrorOrEndsBetweenEntries(long seed) throws IOException {
        byte[] whole = Archives.cpio(Trees.random(seed));
        byte[] cut = Arrays.copyOf(whole, new Random(seed).nextInt(whole.length));
        try {
            assertThat(read(cut).size()).isLessThanOrEqualTo(read(whole).size());
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void damagedBytesAreTaken(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] archive = Archives.cpio(Trees.random(seed));
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            archive[random.nextInt(archive.length)] = (byte) random.nextInt(256);
        }
        try {
            assertThat(read(archive)).isNotNull();
        } catch (IOException e) {
            assertThat(e).isNotNull();
        }
    }

    private static List<Item> read(byte[] archive) throws IOException {
        Collector collector = new Collector();
        new CpioReader(new ByteArrayInputStream(archive)).streamTo(collector);
        return collector.items();
    }
}
