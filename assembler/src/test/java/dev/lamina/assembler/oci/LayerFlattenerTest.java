package dev.lamina.assembler.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.fs.tar.UnsafeArchiveException;
import dev.lamina.assembler.oci.FlattenedImage.LayerSource;
import dev.lamina.assembler.testing.Trees;
import dev.lamina.assembler.testing.Trees.Tree;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Layers on layers, after the OCI image specification (layer.md).
@Timeout(60)
final class LayerFlattenerTest {

    private static FlattenedImage flatten(Tree... layers) throws IOException {
        List<LayerSource> sources = new ArrayList<>();
        for (Tree layer : layers) {
            ByteArrayOutputStream tar = new ByteArrayOutputStream();
            try (TarWriter writer = new TarWriter(tar)) {
                layer.streamTo(writer);
            }
            sources.add(source("layer " + sources.size(), tar.toByteArray()));
        }
        return LayerFlattener.flatten(sources);
    }

    private static LayerSource source(String name, byte[] tar) {
        return new LayerSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(tar);
            }
        };
    }

    /// Each entry as `path`, `path/` of a directory, `path=content`, `path->target` or `path==hard link's file`.
    private static List<String> shown(Tree... layers) throws IOException {
        FlattenedImage image = flatten(layers);
        List<String> shown = new ArrayList<>();
        image.streamTo((entry, content) -> shown.add(
                switch (entry.kind()) {
                    case DIRECTORY -> entry.path() + "/";
                    case FILE -> entry.path() + "=" + new String(content.readAllBytes(), "UTF-8");
                    case SYMLINK -> entry.path() + "->" + entry.link();
                    case HARD_LINK -> entry.path() + "==" + entry.link();
                    case CHARACTER_DEVICE, BLOCK_DEVICE, FIFO -> entry.path() + " " + entry.kind();
                }));
        assertThat(image.listing()).hasSameSizeAs(shown);
        return shown;
    }

    private static Tree tree() {
        return new Tree();
    }

    @Test
    void anUpperFileReplacesALowerOne() throws IOException {
        assertThat(shown(tree().folder("etc").file("etc/a", "1").file("etc/b", "1"), tree().file("etc/a", "2")))
                .containsExactly("etc/", "etc/b=1", "etc/a=2");
    }

    @Test
    void missingParentsAreMade() throws IOException {
        FlattenedImage image = flatten(tree().file("a/b/c", "x"));
        assertThat(image.listing().stream().map(Trees::describe))
                .startsWith(
                        Trees.describe(TreeEntry.directory("a", 0755)),
                        Trees.describe(TreeEntry.directory("a/b", 0755)));
    }

    @Test
    void aWhiteoutHidesTheLowerNameWithAllBelow() throws IOException {
        assertThat(shown(
                        tree().folder("d")
                                .folder("d/e")
                                .file("d/e/f", "x")
                                .file("d/g", "y")
                                .file("h", "z"),
                        tree().file("d/.wh.e", "").file(".wh.h", "")))
                .containsExactly("d/", "d/g=y");
    }

    @Test
    void aWhiteoutLeavesWhatItsOwnLayerBrings() throws IOException {
        Tree lower = tree().folder("d").file("d/old", "x");
        assertThat(shown(lower, tree().file("d/new", "y").file(".wh.d", ""))).containsExactly("d/", "d/new=y");
        assertThat(shown(lower, tree().file(".wh.d", "").file("d/new", "y"))).containsExactly("d/", "d/new=y");
    }

    @Test
    void anOpaqueDirectoryHidesWhatLowerLayersHaveThere() throws IOException {
        Tree lower = tree().folder("d").file("d/old", "x").folder("d/sub").file("d/sub/old", "x");
        for (Tree upper : List.of(
                tree().folder("d").file("d/.wh..wh..opq", "").file("d/sub/new", "y"),
                tree().folder("d").file("d/sub/new", "y").file("d/.wh..wh..opq", ""))) {
            assertThat(shown(lower, upper)).containsExactlyInAnyOrder("d/", "d/sub/", "d/sub/new=y");
        }
    }

    @Test
    void whiteoutsOfWhatIsNotThereAndOldBookkeepingMeanNothing() throws IOException {
        assertThat(shown(
                        tree().file("a", "x"),
                        tree().file(".wh.b", "")
                                .file("c/.wh.d", "")
                                .file("e/.wh..wh..opq", "")
                                .file(".wh..wh.aufs", "")
                                .folder(".wh..wh.plnk")
                                .file(".wh..wh.plnk/1.2", "x")))
                .containsExactly("a=x");
    }

    @ParameterizedTest
    @ValueSource(strings = {".wh.", ".wh..", ".wh...", "d/.wh..."})
    void aWhiteoutOfANameThatCannotBeIsRefused(String name) {
        assertThatThrownBy(() -> flatten(tree().folder("d"), tree().file(name, "")))
                .isInstanceOf(UnsafeArchiveException.class)
                .hasMessage("layer 1: entry \"" + name + "\" removes a name that cannot be");
    }

    @Test
    void aDirectoryBecomesALinkOrAFileAndTheReverse() throws IOException {
        assertThat(shown(tree().folder("d").file("d/a", "x"), tree().symlink("d", "e")))
                .containsExactly("d->e");
        assertThat(shown(tree().folder("d").file("d/a", "x"), tree().file("d", "f")))
                .containsExactly("d=f");
        assertThat(shown(tree().file("d", "f"), tree().folder("d").file("d/a", "x")))
                .containsExactly("d/", "d/a=x");
    }

    @Test
    void anUpperDirectoryChangesTheAttributesOnly() throws IOException {
        FlattenedImage image = flatten(tree().folder("d").file("d/a", "x"), tree().add(TreeEntry.directory("d", 0700)));
        assertThat(image.listing())
                .extracting(entry -> entry.path() + " " + Integer.toOctalString(entry.mode()))
                .containsExactly("d 700", "d/a 644");
    }

    @Test
    void aHardLinkSurvivesTheEndOfItsTarget() throws IOException {
        Tree lower = tree().file("a", "x").hardLink("b", "a").hardLink("c", "a");
        assertThat(shown(lower)).containsExactly("a=x", "b==a", "c==a");
        assertThat(shown(lower, tree().file(".wh.a", ""))).containsExactly("b=x", "c==b");
        assertThat(shown(lower, tree().file("a", "new"))).containsExactly("b=x", "c==b", "a=new");
    }

    @Test
    void aHardLinkReachesIntoLowerLayers() throws IOException {
        assertThat(shown(tree().file("a", "x"), tree().hardLink("d/b", "a"))).containsExactly("a=x", "d/", "d/b==a");
        assertThat(shown(tree().file("a", "x"), tree().hardLink("b", "a"), tree().file(".wh.a", "")))
                .containsExactly("b=x");
    }

    @Test
    void aHardLinkToNothingOrToADirectoryIsRefused() {
        assertThatThrownBy(() -> flatten(tree().hardLink("b", "a")))
                .isInstanceOf(BadImageException.class)
                .hasMessage("layer 0: \"b\" is a hard link to \"a\", which is not there");
        assertThatThrownBy(() -> flatten(tree().folder("a"), tree().hardLink("b", "a")))
                .isInstanceOf(BadImageException.class)
                .hasMessage("layer 1: \"b\" is a hard link to \"a\", which is a directory");
    }

    @Test
    void aLowerLayersLinkToADirectoryIsFollowedWithinTheTree() throws IOException {
        assertThat(shown(
                        tree().folder("usr")
                                .folder("usr/bin")
                                .symlink("bin", "usr/bin")
                                .symlink("up", "../../../usr"),
                        tree().file("bin/sh", "x").file("up/lib/y", "y")))
                .containsExactlyInAnyOrder(
                        "usr/",
                        "usr/bin/",
                        "bin->usr/bin",
                        "up->../../../usr",
                        "usr/bin/sh=x",
                        "usr/lib/",
                        "usr/lib/y=y");
        assertThat(shown(tree().folder("a").symlink("a/abs", "/b"), tree().file("a/abs/x", "y")))
                .containsExactly("a/", "a/abs->/b", "b/", "b/x=y");
    }

    @Test
    void anEntryBelowALinkOfItsOwnLayerIsRefused() {
        assertThatThrownBy(() -> flatten(tree().symlink("d", "/etc").file("d/passwd", "x")))
                .isInstanceOf(UnsafeArchiveException.class)
                .hasMessage("layer 0: entry \"d/passwd\" lies below \"d\", a symbolic link");
    }

    @Test
    void linksThatLeadNowhereAreRefused() {
        Tree loop = tree().symlink("a", "b").symlink("b", "a");
        assertThatThrownBy(() -> flatten(loop, tree().file("a/x", "")))
                .isInstanceOf(BadImageException.class)
                .hasMessage("layer 1: \"a/x\" lies below symbolic links that lead nowhere");
        assertThatThrownBy(() -> flatten(loop, tree().hardLink("x", "a/y"))).isInstanceOf(BadImageException.class);
    }

    @Test
    void anEntryBelowAFileIsRefused() {
        assertThatThrownBy(() -> flatten(tree().file("a", "x"), tree().file("a/b", "y")))
                .isInstanceOf(BadImageException.class)
                .hasMessage("layer 1: \"a/b\" lies below \"a\", which is not a directory");
    }

    /// Links of one layer can carry the next one ever deeper, beyond what a path can name.
    @Test
    void linksCannotBuildATreeThatNobodyCanWalk() {
        String deep = "d/".repeat(2000);
        List<Tree> layers = new ArrayList<>();
        layers.add(tree().folder("d").symlink("s0", deep));
        for (int i = 0; i < 20; i++) {
            layers.add(tree().folder("s" + i + "/" + deep + "d").symlink("s" + (i + 1), "s" + i + "/" + deep));
        }
        layers.add(tree().file(".wh.d", ""));
        assertThatThrownBy(() -> flatten(layers.toArray(Tree[]::new)))
                .isInstanceOf(BadImageException.class)
                .hasMessage("layer 1: \"s0/" + deep.substring(0, 57) + "…\" lies deeper than a path can name");
    }

    @Test
    void devicesAndPipesStay() throws IOException {
        TreeEntry device = new TreeEntry("null", Kind.CHARACTER_DEVICE, 0666, 0, 0, 0, 0, "", 1, 3, Map.of());
        TreeEntry pipe = new TreeEntry("pipe", Kind.FIFO, 0600, 5, 6, 7, 0, "", 0, 0, Map.of());
        assertThat(flatten(tree().add(device).add(pipe)).listing()).containsExactly(device, pipe);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aLayerAloneIsItself(long seed) throws IOException {
        Tree tree = Trees.random(seed);
        List<String> paths = tree.entries().stream().map(TreeEntry::path).toList();
        assertThat(flatten(tree).listing()).extracting(TreeEntry::path).containsExactlyInAnyOrderElementsOf(paths);
    }

    /// Whatever is stacked: parents first, each path once, hard links behind their file, twice the same.
    @ParameterizedTest
    @MethodSource("seeds")
    void everyStackGivesATree(long seed) throws IOException {
        Random random = new Random(seed);
        Tree[] layers = new Tree[2 + random.nextInt(3)];
        for (int i = 0; i < layers.length; i++) {
            layers[i] = stacked(random);
        }
        List<TreeEntry> listing = flatten(layers).listing();
        List<String> seen = new ArrayList<>(List.of(""));
        List<String> files = new ArrayList<>();
        for (TreeEntry entry : listing) {
            int slash = entry.path().lastIndexOf('/');
            assertThat(seen)
                    .contains(slash < 0 ? "" : entry.path().substring(0, slash))
                    .doesNotContain(entry.path());
            seen.add(entry.path());
            if (entry.kind() == Kind.FILE) {
                files.add(entry.path());
            } else if (entry.kind() == Kind.HARD_LINK) {
                assertThat(files).contains(entry.link());
            }
        }
        assertThat(shown(layers)).isEqualTo(shown(layers)).hasSameSizeAs(listing);
    }

    private static Tree stacked(Random random) {
        Tree tree = tree();
        String[] names = {"a", "b", "c"};
        for (int i = random.nextInt(8); i >= 0; i--) {
            String folder = names[random.nextInt(3)];
            String name = names[random.nextInt(3)];
            switch (random.nextInt(5)) {
                case 0 -> tree.file(folder + "/.wh." + name, "");
                case 1 -> tree.file(folder + "/.wh..wh..opq", "");
                case 2 -> tree.file(folder + "/1" + name, "x").hardLink(folder + "/2" + name, folder + "/1" + name);
                case 3 -> tree.folder(folder + "/" + name);
                default -> tree.file(folder + "/" + name + "/" + name, "x" + i);
            }
        }
        return tree;
    }
}
