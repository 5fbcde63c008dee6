package dev.lamina.assembler.fs.iso;

import dev.lamina.assembler.tree.EntrySource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The nodes of an image: every entry of the source, and the parents that it does not name.
final class IsoTree {
    private static final int DIRECTORY_MODE = 0755;

    private final IsoNode root;
    private final Map<String, IsoNode> nodes = new LinkedHashMap<>();

    private IsoTree(IsoNode root) {
        this.root = root;
        nodes.put("", root);
    }

    static IsoTree of(EntrySource source) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        source.streamTo((entry, content) -> entries.add(entry));
        IsoTree tree = new IsoTree(IsoNode.root(entries.stream()
                .filter(entry -> entry.path().isEmpty())
                .findFirst()
                .orElseGet(() -> TreeEntry.directory("", DIRECTORY_MODE))));
        Map<String, TreeEntry> directories = new LinkedHashMap<>();
        for (TreeEntry entry : entries) {
            if (entry.kind() == Kind.DIRECTORY) {
                directories.put(entry.path(), entry);
            }
        }
        for (TreeEntry entry : entries) {
            if (entry.kind() == Kind.DIRECTORY) {
                tree.directory(entry.path(), directories);
            } else {
                tree.add(entry, directories);
            }
        }
        tree.resolveLinks();
        return tree;
    }

    private void add(TreeEntry entry, Map<String, TreeEntry> directories) throws IOException {
        int slash = entry.path().lastIndexOf('/');
        IsoNode parent = directory(entry.path().substring(0, Math.max(slash, 0)), directories);
        if (nodes.containsKey(entry.path())) {
            throw new IOException("there are two things at " + entry.path());
        }
        nodes.put(entry.path(), parent.add(entry.path().substring(slash + 1), entry));
    }

    private IsoNode directory(String path, Map<String, TreeEntry> directories) throws IOException {
        IsoNode known = nodes.get(path);
        if (known != null) {
            if (!known.isDirectory()) {
                throw new IOException(path + " is no directory, but something is in it");
            }
            return known;
        }
        int slash = path.lastIndexOf('/');
        IsoNode parent = directory(path.substring(0, Math.max(slash, 0)), directories);
        TreeEntry entry = directories.getOrDefault(path, TreeEntry.directory(path, DIRECTORY_MODE));
        IsoNode node = parent.add(path.substring(slash + 1), entry);
        nodes.put(path, node);
        return node;
    }

    private void resolveLinks() throws IOException {
        long serial = 0;
        for (IsoNode node : nodes.values()) {
            node.serial = ++serial;
            if (node.isDirectory()) {
                node.links = 2
                        + (int) node.children.stream()
                                .filter(IsoNode::isDirectory)
                                .count();
            }
        }
        for (IsoNode node : nodes.values()) {
            if (node.entry.kind() == Kind.HARD_LINK) {
                node.file = target(node);
                node.file.links++;
                node.serial = node.file.serial;
            }
        }
    }

    private IsoNode target(IsoNode link) throws IOException {
        IsoNode at = link;
        for (int steps = 0; steps <= nodes.size(); steps++) {
            at = nodes.get(at.entry.link());
            if (at == null || at.isDirectory()) {
                break;
            }
            if (at.entry.kind() != Kind.HARD_LINK) {
                return at;
            }
        }
        throw new IOException("the hard link " + link.entry.path() + " leads to no file: " + link.entry.link());
    }

    IsoNode root() {
        return root;
    }

    Stream<IsoNode> nodes() {
        return nodes.values().stream();
    }

    /// Files with content of their own, in the order of the source.
    List<IsoNode> files() {
        return nodes.values().stream()
                .filter(node -> node.entry.kind() == Kind.FILE)
                .toList();
    }
}
