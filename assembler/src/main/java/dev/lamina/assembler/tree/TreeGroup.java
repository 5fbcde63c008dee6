package dev.lamina.assembler.tree;

import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Some of a tree's entries, which can be written as an archive of its own: hard links do not lead out of it, and its
/// directories were written by it or by a group before it.
///
/// The order is: directories, parents first; links and devices; files as their contributions send them; hard links.
public final class TreeGroup {
    private final List<Contribution> contributions;
    private final List<Node> first = new ArrayList<>();
    private final Map<Contribution, Map<String, Node>> files = new LinkedHashMap<>();
    private final List<Node> hardLinks = new ArrayList<>();

    /// Takes entries one by one.
    @FunctionalInterface
    public interface NodeSink {
        /// @param content exactly `node.entry().size()` bytes for a file, empty otherwise; valid during the call only
        void accept(Node node, InputStream content) throws IOException;
    }

    /// @param contributions whose entries these are, in the order of the tree
    /// @param directories that must be written by this group, parents first
    /// @param others everything that is no directory, in the order of the paths
    TreeGroup(List<Contribution> contributions, List<Node> directories, List<Node> others) {
        this.contributions = List.copyOf(contributions);
        first.addAll(directories);
        contributions.forEach(contribution -> files.put(contribution, new LinkedHashMap<>()));
        for (Node node : others) {
            switch (node.entry().kind()) {
                case FILE -> filesOf(node.contribution()).put(node.contentPath(), node);
                case HARD_LINK -> hardLinks.add(node);
                default -> first.add(node);
            }
        }
    }

    private Map<String, Node> filesOf(Contribution contribution) {
        return files.computeIfAbsent(contribution, key -> new LinkedHashMap<>());
    }

    public List<Contribution> contributions() {
        return contributions;
    }

    /// All entries. The order of the files is not that in which they are sent.
    public List<Node> nodes() {
        List<Node> all = new ArrayList<>(first);
        files.values().stream().map(Map::values).flatMap(Collection::stream).forEach(all::add);
        all.addAll(hardLinks);
        return all;
    }

    public boolean isEmpty() {
        return first.isEmpty() && hardLinks.isEmpty() && files.values().stream().allMatch(Map::isEmpty);
    }

    /// Bytes of all files.
    public long contentBytes() {
        return nodes().stream().mapToLong(node -> node.entry().size()).sum();
    }

    /// Sends all entries; the same tree gives the same order.
    public void streamTo(NodeSink sink) throws IOException {
        for (Node node : first) {
            sink.accept(node, InputStream.nullInputStream());
        }
        for (Map.Entry<Contribution, Map<String, Node>> part : files.entrySet()) {
            send(part.getKey(), part.getValue(), sink);
        }
        for (Node node : hardLinks) {
            sink.accept(node, InputStream.nullInputStream());
        }
    }

    private static void send(Contribution contribution, Map<String, Node> wanted, NodeSink sink) throws IOException {
        if (wanted.isEmpty()) {
            return;
        }
        int[] sent = {0};
        contribution.stream(wanted.keySet(), (entry, content) -> {
            Node node = wanted.get(entry.path());
            if (node == null || node.entry().kind() != Kind.FILE) {
                throw new IllegalStateException(contribution.origin() + " sends " + entry.path());
            }
            sent[0]++;
            sink.accept(node, content);
        });
        if (sent[0] != wanted.size()) {
            throw new IllegalStateException(contribution.origin() + " sends " + sent[0] + " of " + wanted.size());
        }
    }
}
