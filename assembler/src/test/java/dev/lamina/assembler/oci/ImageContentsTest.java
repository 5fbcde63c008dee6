package dev.lamina.assembler.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.testing.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageContentsTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aKeptListingIsTheImageItself(long seed) throws IOException {
        Workbench bench = Workbench.in(home);
        List<Layer> layers = List.of(bench.layer(Trees.random(seed)), bench.layer(new Tree().file("new", "x")));
        FlattenedImage read = bench.contents().of(layers);
        FlattenedImage kept = bench.contents().of(layers);

        assertThat(Workbench.files(bench.notes())).hasSize(1);
        assertThat(Trees.items(kept)).isEqualTo(Trees.items(read));
        assertThat(Trees.items(FlattenedImage.of(bench.store(), layers))).isEqualTo(Trees.items(read));
    }

    @Test
    void theLayersAreNotReadAgain() throws IOException {
        Workbench bench = Workbench.in(home);
        List<Layer> layers = List.of(bench.layer(Trees.random(3)));
        List<?> read = bench.contents().of(layers).listing().stream()
                .map(Trees::describe)
                .toList();
        Files.delete(home.resolve("images/blobs/sha256")
                .resolve(layers.getFirst().digest().hex()));

        assertThat(bench.contents().of(layers).listing().stream().map(Trees::describe))
                .isEqualTo(read);
    }

    @Test
    void forAFewFilesOnlyTheirLayersAreRead() throws IOException {
        Workbench bench = Workbench.in(home);
        List<Layer> layers = List.of(
                bench.layer(new Tree().file("a", "large")),
                bench.layer(new Tree().file("b", "b").file("c", "c")));
        FlattenedImage image = bench.contents().of(layers);
        Files.delete(home.resolve("images/blobs/sha256")
                .resolve(layers.getFirst().digest().hex()));

        assertThat(Trees.items(sink -> image.streamTo(Set.of("c"), sink)))
                .extracting(Trees.Item::content)
                .containsExactly("c");
    }

    @Test
    void aDamagedListingIsMadeAnew() throws IOException {
        Workbench bench = Workbench.in(home);
        List<Layer> layers = List.of(bench.layer(Trees.random(4)));
        List<?> read = Trees.items(bench.contents().of(layers));
        Path listing = Workbench.files(bench.notes()).getFirst();
        byte[] good = Files.readAllBytes(listing);
        for (int i = 0; i < good.length; i += 7) {
            byte[] bad = good.clone();
            bad[i] ^= 0x10;
            Files.write(listing, bad);
            assertThat(Trees.items(bench.contents().of(layers))).isEqualTo(read);
            assertThat(listing).hasBinaryContent(good);
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws IOException {
        Workbench bench = Workbench.in(home);
        Files.createDirectories(bench.notes());
        Path left = Files.createFile(bench.notes().resolve(".part-7b-18c-0d5f"));
        Path leftInStore = Files.createFile(home.resolve("images/.part-7b-18c-0d5f"));

        Workbench.in(home).contents().of(List.of(bench.layer(new Tree().file("a", "a"))));

        assertThat(left).doesNotExist();
        assertThat(leftInStore).doesNotExist();
    }
}
