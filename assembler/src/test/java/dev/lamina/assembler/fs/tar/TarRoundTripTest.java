package dev.lamina.assembler.fs.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Collector;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TarRoundTripTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBack(long seed) throws IOException {
        Tree tree = Trees.random(seed);
        assertThat(read(tar(tree))).isEqualTo(Trees.items(tree));
    }

    @Test
    void recordsOfTheCallerComeBack() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> records = Map.of("LINUXKIT.source", "lamina/init:1", "LINUXKIT.location", "init[0]");
        try (TarWriter writer = new TarWriter(out)) {
            writer.accept(TreeEntry.directory("etc", 0755), records, InputStream.nullInputStream());
        }
        List<Map<String, String>> found = new ArrayList<>();
        new TarReader(new ByteArrayInputStream(out.toByteArray()), "test.tar")
                .streamTo((entry, extra, content) -> found.add(extra));
        assertThat(found).containsExactly(records);
    }

    @Test
    void aFileBeyondTheLimitOfOctalDigitsKeepsItsSize() throws IOException {
        long size = (8L << 30) + 5;
        TreeEntry entry = new TreeEntry("big", Kind.FILE, 0644, 0, 0, 0, size, "", 0, 0, Map.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> {
                    try (TarWriter writer = new TarWriter(out)) {
                        writer.accept(entry, InputStream.nullInputStream());
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("the content of big ended after 0 of 8589934597 bytes");
        List<Long> sizes = new ArrayList<>();
        assertThatThrownBy(() -> new TarReader(new ByteArrayInputStream(out.toByteArray()), "test.tar")
                        .streamTo((found, content) -> sizes.add(found.size())))
                .isInstanceOf(BadArchiveException.class)
                .hasMessage("test.tar is cut off in \"big\"");
        assertThat(sizes).containsExactly(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "a name with ümlaut"})
    void theSameEntriesGiveTheSameBytes(String name) throws IOException {
        Tree tree = new Tree().folder("d").file("d/" + name, "x");
        assertThat(tar(tree)).isEqualTo(tar(tree));
    }

    @Test
    void aSinkNeedNotReadTheContent() throws IOException {
        Tree tree = new Tree().file("a", "x".repeat(3000)).file("b", "y");
        List<String> names = new ArrayList<>();
        new TarReader(new ByteArrayInputStream(tar(tree)), "test.tar")
                .streamTo((entry, content) -> names.add(entry.path()));
        assertThat(names).containsExactly("a", "b");
    }

    private static byte[] tar(EntrySource source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarWriter writer = new TarWriter(out)) {
            source.streamTo(writer);
        }
        return out.toByteArray();
    }

    private static List<Trees.Item> read(byte[] tar) throws IOException {
        Collector collector = new Collector();
        new TarReader(new ByteArrayInputStream(tar), "test.tar").streamTo(collector);
        return collector.items();
    }
}
