package dev.lamina.assembler.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ImageTreeTest {
    private static final Map<String, byte[]> NONE = Map.of();

    @Test
    void lastWriterOfAPathWinsAndKeepsItsOrigin() {
        ImageTree tree = merge(
                listing("init[0]", TreeEntry.directory("etc", 0700), TreeEntry.file("etc/motd", 0644, 3)),
                listing("files[0]", TreeEntry.directory("etc", 0755), TreeEntry.file("etc/motd", 0600, 5)));

        assertThat(tree.find("etc/motd").map(node -> node.entry().size())).contains(5L);
        assertThat(tree.find("etc/motd")
                        .map(node -> node.contribution().origin().location()))
                .contains("files[0]");
        assertThat(tree.find("etc").map(node -> node.entry().mode())).contains(0755);
    }

    @Test
    void aFileMayTakeThePlaceOfAnEmptyDirectoryOnly() {
        Contribution empty = listing("init[0]", TreeEntry.directory("a", 0755));
        Contribution full = listing("init[0]", TreeEntry.directory("a", 0755), TreeEntry.file("a/b", 0644, 0));
        Contribution file = listing("init[1]", TreeEntry.file("a", 0644, 0));

        assertThat(merge(empty, file).find("a").map(node -> node.entry().kind()))
                .contains(Kind.FILE);
        assertThatThrownBy(() -> merge(full, file))
                .isInstanceOf(TreeConflictException.class)
                .hasMessage("init[1] (test): a is a file, but a directory with a/b in init[0] (test)");
    }

    @Test
    void nothingComesBelowASymbolicLink() {
        Contribution link = listing("init[0]", TreeEntry.symlink("lib", "usr/lib"));
        Contribution below = listing("files[0]", TreeEntry.file("lib/x", 0644, 0));

        assertThatThrownBy(() -> merge(link, below))
                .hasMessage("files[0] (test): lib/x lies below lib, which is a symbolic link of init[0] (test)");
    }

    @Test
    void nothingLeavesTheTree() {
        for (String path : List.of("../x", "a/../x", "/x", "a//b", ".", "")) {
            assertThatThrownBy(() -> merge(listing("files[0]", TreeEntry.file(path, 0644, 0))))
                    .as(path)
                    .isInstanceOf(TreeConflictException.class)
                    .hasMessageContaining("is not a path inside of the image");
        }
    }

    @Test
    void hardLinksHaveTheAttributesOfTheirFile() {
        TreeEntry tool = new TreeEntry("tool", Kind.FILE, 04755, 7, 8, 99, 3, "", 0, 0, NONE);
        ImageTree tree = merge(listing("init[0]", tool, TreeEntry.hardLink("tool2", "tool")));

        assertThat(tree.find("tool2").orElseThrow().entry())
                .isEqualTo(new TreeEntry("tool2", Kind.HARD_LINK, 04755, 7, 8, 99, 0, "tool", 0, 0, NONE));
    }

    @Test
    void aHardLinkKeepsTheContentOfAFileWhoseNameWasTaken() {
        ImageTree tree = merge(
                listing(
                        "init[0]",
                        TreeEntry.file("a", 0755, 3),
                        TreeEntry.hardLink("b", "a"),
                        TreeEntry.hardLink("c", "b")),
                listing("init[1]", TreeEntry.file("a", 0644, 9)));

        Node heir = tree.find("b").orElseThrow();
        assertThat(heir.entry()).isEqualTo(TreeEntry.file("b", 0755, 3));
        assertThat(heir.contentPath()).isEqualTo("a");
        assertThat(tree.find("c").orElseThrow().entry().link()).isEqualTo("b");
        assertThat(tree.find("a").orElseThrow().entry().size()).isEqualTo(9);
    }

    @Test
    void danglingHardLinksAreRefused() {
        assertThatThrownBy(() -> merge(listing("init[0]", TreeEntry.hardLink("b", "a"))))
                .hasMessageContaining("b is a hard link to a, which is not a file of the same image");
    }

    @Test
    void equalFilesOfASharedPlaceBecomeLinksToTheirTwin() {
        ImageTree.Builder builder = new ImageTree.Builder();
        builder.add(listing("init[0]", TreeEntry.file("same", 0755, 3), TreeEntry.file("other", 0755, 3)));
        builder.add(listing(
                "onboot[0]",
                TreeEntry.directory("s", 0755),
                TreeEntry.file("s/same", 0755, 3),
                TreeEntry.file("s/other", 0700, 3),
                TreeEntry.file("s/alone", 0700, 3)));

        ImageTree tree = builder.build(node -> node.path().startsWith("s/"), path -> path.substring(2));

        assertThat(tree.find("s/same").orElseThrow().entry().link()).isEqualTo("same");
        assertThat(tree.find("s/other").orElseThrow().entry().kind()).isEqualTo(Kind.FILE);
        assertThat(tree.find("s/alone").orElseThrow().entry().kind()).isEqualTo(Kind.FILE);
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /// Random layers over a small set of names: the merged tree is what a naive unpacker would leave on a disk, or the
    /// merge is refused where that unpacker would have to remove a directory that is in use.
    @ParameterizedTest
    @MethodSource("seeds")
    void mergingIsUnpackingInOrder(long seed) {
        Random random = new Random(seed);
        List<Contribution> contributions = new ArrayList<>();
        Map<String, String> disk = new TreeMap<>();
        boolean refused = false;
        for (int i = 0; i < 4; i++) {
            List<TreeEntry> entries = randomEntries(random);
            contributions.add(listing("init[" + i + "]", entries.toArray(TreeEntry[]::new)));
            for (TreeEntry entry : entries) {
                refused |= !unpack(disk, entry, "init[" + i + "]");
            }
        }
        if (refused) {
            assertThatThrownBy(() -> merge(contributions.toArray(Contribution[]::new)))
                    .isInstanceOf(TreeConflictException.class);
            return;
        }
        Map<String, String> merged = new TreeMap<>();
        merge(contributions.toArray(Contribution[]::new))
                .nodes()
                .forEach(node -> merged.put(
                        node.path(),
                        node.entry().kind() + " " + node.contribution().origin().location()));
        assertThat(merged).isEqualTo(disk);
    }

    private static boolean unpack(Map<String, String> disk, TreeEntry entry, String location) {
        int slash = entry.path().lastIndexOf('/');
        boolean parentOk = slash < 0
                || disk.getOrDefault(entry.path().substring(0, slash), "").startsWith("DIRECTORY");
        boolean inUse = disk.keySet().stream().anyMatch(path -> path.startsWith(entry.path() + "/"));
        disk.put(entry.path(), entry.kind() + " " + location);
        return parentOk && (entry.kind() == Kind.DIRECTORY || !inUse);
    }

    private static List<TreeEntry> randomEntries(Random random) {
        Map<String, TreeEntry> entries = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            String path = "";
            int depth = 1 + random.nextInt(3);
            for (int d = 0; d < depth; d++) {
                path += (d == 0 ? "" : "/") + (char) ('a' + random.nextInt(3));
                if (d < depth - 1) {
                    entries.put(path, TreeEntry.directory(path, 0755));
                }
            }
            TreeEntry leaf = switch (random.nextInt(4)) {
                case 0 -> TreeEntry.directory(path, 0700);
                case 1 -> TreeEntry.symlink(path, "x");
                default -> TreeEntry.file(path, 0644, random.nextInt(9));
            };
            String here = path + "/";
            if (leaf.kind() == Kind.DIRECTORY || entries.keySet().stream().noneMatch(p -> p.startsWith(here))) {
                entries.put(path, leaf);
            }
        }
        entries.keySet().removeIf(path -> below(entries, path));
        return List.copyOf(entries.values());
    }

    private static boolean below(Map<String, TreeEntry> entries, String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            TreeEntry parent = entries.get(path.substring(0, slash));
            if (parent == null || parent.kind() != Kind.DIRECTORY) {
                return true;
            }
        }
        return false;
    }

    private static ImageTree merge(Contribution... contributions) {
        ImageTree.Builder builder = new ImageTree.Builder();
        for (Contribution contribution : contributions) {
            builder.add(contribution);
        }
        return builder.build();
    }

    private static Contribution listing(String location, TreeEntry... entries) {
        Map<String, TreeEntry> byPath = new HashMap<>();
        for (TreeEntry entry : entries) {
            byPath.put(entry.path(), entry);
        }
        return new Contribution() {
            @Override
            public Origin origin() {
                return new Origin("test", location);
            }

            @Override
            public List<TreeEntry> listing() {
                return List.of(entries);
            }

            @Override
            public Optional<TreeEntry> find(String path) {
                return Optional.ofNullable(byPath.get(path));
            }

            @Override
            public String identity(String path) {
                return "bytes of " + path.substring(path.lastIndexOf('/') + 1);
            }

            @Override
            public void stream(Set<String> wanted, EntrySink sink) throws IOException {
                for (TreeEntry entry : entries) {
                    if (wanted.contains(entry.path())) {
                        sink.accept(entry, new ByteArrayInputStream(new byte[(int) entry.size()]));
                    }
                }
            }
        };
    }
}
