package dev.lamina.assembler.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeGroupsTest {
    /// Enough for an archive of its own.
    private static final int LARGE = 100_000;

    @Test
    void eachLargeComponentIsAGroupAndTheSmallOnesAreOne() throws IOException {
        List<TreeGroup> groups = groups(
                node -> true,
                part("init[0]", TreeEntry.file("a", 0644, LARGE)),
                part("onboot[0]", TreeEntry.file("b", 0644, 1)),
                part("services[0]", TreeEntry.file("c", 0644, LARGE)),
                part("files[0]", TreeEntry.file("d", 0644, 2)));

        assertThat(lines(groups)).containsExactly(List.of("FILE a"), List.of("FILE b", "FILE d"), List.of("FILE c"));
    }

    @Test
    void directoriesComeBeforeWhatIsInThemAndFilesBeforeTheirLinks() throws IOException {
        List<TreeGroup> groups = groups(
                node -> true,
                part(
                        "init[0]",
                        TreeEntry.directory("z", 0755),
                        TreeEntry.directory("z/y", 0755),
                        TreeEntry.file("z/y/file", 0644, 3),
                        TreeEntry.hardLink("a", "z/y/file"),
                        TreeEntry.symlink("b", "z")));

        assertThat(lines(groups))
                .containsExactly(List.of("DIRECTORY z", "DIRECTORY z/y", "SYMLINK b", "FILE z/y/file", "HARD_LINK a"));
    }

    @Test
    void aDirectoryIsWrittenOnceByTheFirstThatNeedsItAsItIsInTheEnd() throws IOException {
        List<TreeGroup> groups = groups(
                node -> true,
                part("init[0]", TreeEntry.directory("d", 0700), TreeEntry.file("d/a", 0644, LARGE)),
                part("services[0]", TreeEntry.directory("d", 0751), TreeEntry.file("d/b", 0644, LARGE)));

        assertThat(lines(groups)).containsExactly(List.of("DIRECTORY d", "FILE d/a"), List.of("FILE d/b"));
        assertThat(groups.getFirst().nodes().getFirst().entry()).isEqualTo(TreeEntry.directory("d", 0751));
    }

    @Test
    void componentsThatShareAFileAreOneGroup() throws IOException {
        ImageTree.Builder builder = new ImageTree.Builder();
        builder.add(part("init[0]", TreeEntry.file("twin", 0644, LARGE)));
        builder.add(part("services[0]", TreeEntry.file("other", 0644, LARGE)));
        builder.add(part("services[1]", TreeEntry.directory("s", 0755), TreeEntry.file("s/twin", 0644, LARGE)));
        ImageTree tree = builder.build(node -> node.path().startsWith("s/"), path -> path.substring(2));

        assertThat(lines(TreeGroups.of(tree, node -> true)))
                .containsExactly(List.of("DIRECTORY s", "FILE twin", "HARD_LINK s/twin"), List.of("FILE other"));
    }

    @Test
    void aLinkToAFileThatIsNotWantedBecomesTheFileAndFurtherLinksNameIt() throws IOException {
        List<TreeGroup> groups = groups(
                node -> !node.path().startsWith("boot/"),
                part(
                        "kernel",
                        TreeEntry.directory("boot", 0755),
                        TreeEntry.file("boot/image", 0640, 5),
                        TreeEntry.hardLink("one", "boot/image"),
                        TreeEntry.hardLink("two", "boot/image")));

        assertThat(lines(groups)).containsExactly(List.of("DIRECTORY boot", "FILE one", "HARD_LINK two"));
        List<Node> nodes = groups.getFirst().nodes();
        assertThat(nodes.get(1).entry()).isEqualTo(TreeEntry.file("one", 0640, 5));
        assertThat(nodes.get(1).contentPath()).isEqualTo("boot/image");
        assertThat(nodes.get(2).entry().link()).isEqualTo("one");
        assertThat(nodes.get(2).entry().mode()).isEqualTo(0640);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyEntryIsInOneGroupAndEveryGroupCanBeUnpackedAfterThoseBeforeIt(int seed) throws IOException {
        ImageTree tree = random(seed);

        Set<String> unpacked = new HashSet<>();
        for (List<String> group : lines(TreeGroups.of(tree, node -> true))) {
            for (String line : group) {
                String path = line.substring(line.indexOf(' ') + 1);
                int slash = path.lastIndexOf('/');
                assertThat(slash < 0 || unpacked.contains(path.substring(0, slash)))
                        .as("the directory of " + path)
                        .isTrue();
                Node node = tree.find(path).orElseThrow();
                assertThat(node.entry().kind() != Kind.HARD_LINK
                                || unpacked.contains(node.entry().link()))
                        .as("the file of " + path)
                        .isTrue();
                assertThat(unpacked.add(path)).as(path + " is new").isTrue();
            }
        }

        assertThat(unpacked).hasSameSizeAs(tree.nodes());
    }

    private static ImageTree random(int seed) {
        Random random = new Random(seed);
        ImageTree.Builder builder = new ImageTree.Builder();
        for (int i = 0; i < 12; i++) {
            List<TreeEntry> entries = new ArrayList<>();
            entries.add(TreeEntry.directory("shared", 0700 + random.nextInt(8)));
            for (int k = 0; k < 6; k++) {
                String folder = "shared/" + random.nextInt(4);
                entries.add(TreeEntry.directory(folder, 0755));
                String file = folder + "/f" + random.nextInt(20);
                entries.add(TreeEntry.file(file, 0644, random.nextInt(LARGE)));
                entries.add(TreeEntry.hardLink(folder + "/l" + random.nextInt(20), file));
            }
            builder.add(part("services[" + i + "]", entries.toArray(TreeEntry[]::new)));
        }
        return builder.build();
    }

    private static List<TreeGroup> groups(Predicate<Node> wanted, Contribution... parts) {
        ImageTree.Builder builder = new ImageTree.Builder();
        Arrays.stream(parts).forEach(builder::add);
        return TreeGroups.of(builder.build(), wanted);
    }

    private static List<List<String>> lines(List<TreeGroup> groups) throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (TreeGroup group : groups) {
            List<String> lines = new ArrayList<>();
            group.streamTo((node, content) -> lines.add(node.entry().kind() + " " + node.path()));
            all.add(lines);
        }
        return all;
    }

    /// Later entries of a path replace earlier ones.
    private static Contribution part(String location, TreeEntry... listing) {
        Map<String, TreeEntry> entries = new LinkedHashMap<>();
        Arrays.stream(listing).forEach(entry -> entries.put(entry.path(), entry));
        return new Contribution() {
            @Override
            public Origin origin() {
                return new Origin("test", location);
            }

            @Override
            public List<TreeEntry> listing() {
                return List.copyOf(entries.values());
            }

            @Override
            public Optional<TreeEntry> find(String path) {
                return Optional.ofNullable(entries.get(path));
            }

            @Override
            public String identity(String path) {
                return "zeros " + find(path).orElseThrow().size();
            }

            @Override
            public void stream(Set<String> wanted, EntrySink sink) throws IOException {
                for (TreeEntry entry : entries.values()) {
                    if (wanted.contains(entry.path())) {
                        sink.accept(entry, new ByteArrayInputStream(new byte[(int) entry.size()]));
                    }
                }
            }
        };
    }
}
