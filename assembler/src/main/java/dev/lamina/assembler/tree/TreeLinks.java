package dev.lamina.assembler.tree;

import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Sees to it that every hard link of a merged tree names a regular file of the tree, and has its
/// attributes.
final class TreeLinks {
    private final NavigableMap<String, Node> nodes;

    /// @param nodes by path; they are changed in place
    TreeLinks(NavigableMap<String, Node> nodes) {
        this.nodes = nodes;
    }

    /// A hard link means the file of that name in its own contribution. Where another component took the
    /// name, the first link becomes the file, and further links name that one.
    void settle() {
        Map<Contribution, Map<String, String>> heirs = new HashMap<>();
        for (Node node : List.copyOf(nodes.values())) {
            if (node.entry().kind() == Kind.HARD_LINK) {
                settle(node, heirs.computeIfAbsent(node.contribution(), c -> new HashMap<>()));
            }
        }
    }

    private void settle(Node link, Map<String, String> heirs) {
        TreeEntry original = original(link);
        Node target = nodes.get(original.path());
        if (target != null
                && target.contribution() == link.contribution()
                && target.entry().kind() == Kind.FILE) {
            nodes.put(link.path(), linkTo(link, original.path()));
            return;
        }
        String heir = heirs.putIfAbsent(original.path(), link.path());
        nodes.put(
                link.path(),
                heir == null
                        ? new Node(original.at(link.path()), link.contribution(), original.path())
                        : linkTo(link, heir));
    }

    /// The file that a link means in the end, however many links lie between.
    private static TreeEntry original(Node link) {
        TreeEntry at = link.entry();
        Set<String> seen = new HashSet<>();
        while (at.kind() == Kind.HARD_LINK && seen.add(at.path())) {
            String target = at.link();
            at = link.contribution().find(target).orElseThrow(() -> dangling(link, target));
        }
        if (at.kind() != Kind.FILE) {
            throw dangling(link, at.path());
        }
        return at;
    }

    private static TreeConflictException dangling(Node link, String target) {
        return new TreeConflictException(
                link.path(),
                link.contribution().origin(),
                link.path() + " is a hard link to " + target + ", which is not a file of the same image",
                "get the image again or rebuild it");
    }

    static Node linkTo(Node link, String target) {
        return new Node(TreeEntry.hardLink(link.path(), target), link.contribution(), link.path());
    }

    /// Links may name links by now; and unpackers, the kernel's among them, set the link's attributes on
    /// the file.
    void takeAttributesOfTargets() {
        nodes.replaceAll((path, node) -> {
            if (node.entry().kind() != Kind.HARD_LINK) {
                return node;
            }
            TreeEntry target = finalTarget(node.entry());
            return new Node(likeTarget(path, target), node.contribution(), path);
        });
    }

    private TreeEntry finalTarget(TreeEntry link) {
        @Nullable Node at = nodes.get(link.link());
        while (at != null && at.entry().kind() == Kind.HARD_LINK) {
            at = nodes.get(at.entry().link());
        }
        if (at == null) {
            throw new IllegalStateException(link.path() + " lost its target " + link.link());
        }
        return at.entry();
    }

    private static TreeEntry likeTarget(String path, TreeEntry target) {
        return new TreeEntry(
                path,
                Kind.HARD_LINK,
                target.mode(),
                target.uid(),
                target.gid(),
                target.mtime(),
                0,
                target.path(),
                0,
                0,
                Map.of());
    }
}
