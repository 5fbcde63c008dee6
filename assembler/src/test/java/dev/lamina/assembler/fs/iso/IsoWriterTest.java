package dev.lamina.assembler.fs.iso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IsoWriterTest {
    private static byte[] write(Tree tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        IsoWriter.write(tree, "LABEL", out);
        return out.toByteArray();
    }

    @Test
    void theImageIsAsLongAsItSays() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            byte[] image = write(Trees.random(seed));
            int blocks = ByteBuffer.wrap(image, 16 * Iso.BLOCK + 84, 4).getInt();
            assertThat(image).as("seed " + seed).hasSize(blocks * Iso.BLOCK);
        }
    }

    @Test
    void theSameTreeGivesTheSameBytes() throws IOException {
        assertThat(write(Trees.random(7))).isEqualTo(write(Trees.random(7)));
    }

    @Test
    void parentsThatAreNotNamedAreMade() throws IOException {
        assertThat(write(new Tree().file("a/b", "x")))
                .isEqualTo(write(new Tree()
                        .add(TreeEntry.directory("", 0755))
                        .folder("a")
                        .file("a/b", "x")));
    }

    @Test
    void plainNamesAreUniqueAndSortedByNameAndExtension() {
        IsoNode root = IsoNode.root(TreeEntry.directory("", 0755));
        List.of("b", "a.txt", "a", "A.TXT", "a.c", "ab", "x".repeat(40) + ".tar.gz")
                .forEach(name -> root.add(name, TreeEntry.file(name, 0644, 0)));
        root.add("dir.d", TreeEntry.directory("dir.d", 0755));

        assertThat(IsoNames.PLAIN.of(root))
                .extracting(named -> new String(named.identifier(), StandardCharsets.US_ASCII))
                .containsExactly(
                        "A.;1", "A.C;1", "A.TXT;1", "AB.;1", "A_1.TXT;1", "B.;1", "DIR.D", "X".repeat(27) + ".GZ;1");
    }

    @Test
    void namesForWindowsHaveNoneOfItsSigns() {
        IsoNode root = IsoNode.root(TreeEntry.directory("", 0755));
        List.of("a:b", "a?b", "Größe", "😀", "broken\udcff", "y".repeat(70), "y".repeat(71))
                .forEach(name -> root.add(name, TreeEntry.file(name, 0644, 0)));

        assertThat(IsoNames.JOLIET.of(root))
                .extracting(named -> new String(named.identifier(), StandardCharsets.UTF_16BE))
                .containsExactly(
                        "Größe;1",
                        "a_b;1",
                        "a_b_1;1",
                        "broken_;1",
                        "y".repeat(62) + "_1;1",
                        "y".repeat(64) + ";1",
                        "😀;1");
    }

    @Test
    void aFileOfMoreThan4GiBHasSeveralRecords() {
        IsoNode root = IsoNode.root(TreeEntry.directory("", 0755));
        IsoNode big = root.add("big", TreeEntry.file("big", 0644, 0x1_0000_0000L + 5));
        big.block = 100;
        IsoDirectory directory = new IsoDirectory(root, new byte[] {0}, 1, 1);
        directory.addOther("BIG.;1".getBytes(StandardCharsets.US_ASCII), big, List.of());

        ByteBuffer bytes = ByteBuffer.wrap(directory.encode());
        int second = bytes.get(0);
        assertThat(List.of(bytes.getInt(6), bytes.getInt(14), (int) bytes.get(25)))
                .containsExactly(100, 0xFFFF_F800, -128);
        assertThat(List.of(bytes.getInt(second + 6), bytes.getInt(second + 14), (int) bytes.get(second + 25)))
                .containsExactly(100 + 0xFFFF_F800 / 2048 + (1 << 21), 2048 + 5, 0);
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        assertThatThrownBy(() -> IsoWriter.write(new Tree(), "my label", new ByteArrayOutputStream()))
                .isInstanceOf(InputException.class)
                .hasMessage("\"my label\" cannot be the label of a CD");
        assertThatThrownBy(() -> write(new Tree().file("a", "").file("a", ""))).hasMessage("there are two things at a");
        assertThatThrownBy(() -> write(new Tree().file("a", "").file("a/b", "")))
                .hasMessage("a is no directory, but something is in it");
        assertThatThrownBy(() -> write(new Tree().hardLink("a", "b").hardLink("b", "a")))
                .hasMessage("the hard link a leads to no file: b");
    }
}
