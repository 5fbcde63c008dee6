package dev.lamina.assembler.tree;

import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// A whole system's tree: the contributions of all components merged in their order, the last writer of a path
/// winning. It knows headers only, and for each path where its content comes from.
///
/// Promises: every parent is there and is a directory; no path leaves the tree; every hard link names a regular
/// file of the tree and has that file's attributes.
public final class ImageTree {
    /// In the order of their paths, so parents come before what is in them.
    private final Map<String, Node> nodes;

    private final List<Contribution> contributions;

    private ImageTree(Map<String, Node> nodes, List<Contribution> contributions) {
        this.nodes = Collections.unmodifiableMap(nodes);
        this.contributions = List.copyOf(contributions);
    }

    /// An entry with its origin.
    ///
    /// @param contentPath the path under which the contribution delivers the content; another than the entry's
    ///     own where a hard link had to take over the content of a file whose name another component took
    public record Node(TreeEntry entry, Contribution contribution, String contentPath) {
        public String path() {
            return entry.path();
        }
    }

    /// In the order of their paths.
    public Collection<Node> nodes() {
        return nodes.values();
    }

    public Optional<Node> find(String path) {
        return Optional.ofNullable(nodes.get(path));
    }

    /// In the order in which they were merged.
    public List<Contribution> contributions() {
        return contributions;
    }

    /// Collects contributions in the order in which they are to be merged.
    public static final class Builder {
        private final TreeMap<String, Node> nodes = new TreeMap<>();
        private final List<Contribution> contributions = new ArrayList<>();

        /// Merges the next contribution.
        public void add(Contribution contribution) {
            contributions.add(contribution);
            for (TreeEntry entry : contribution.listing()) {
                put(entry, contribution);
            }
        }

        /// Whether somebody described what is at a path by now.
        public boolean describes(String path) {
            Node node = nodes.get(path);
            return node != null && !node.entry().implied();
        }

        private void put(TreeEntry entry, Contribution contribution) {
            requireInside(entry.path(), contribution.origin());
            requireParent(entry.path(), contribution.origin());
            if (entry.implied() && nodes.containsKey(entry.path())) {
                return; // what is in it finds out whether it is a directory
            }
            if (entry.kind() != Kind.DIRECTORY) {
                requireNothingBelow(entry, contribution.origin());
            }
            nodes.put(entry.path(), new Node(entry, contribution, entry.path()));
        }

        private static void requireInside(String path, Origin origin) {
            for (String name : path.split("/", -1)) {
                if (name.isEmpty() || name.equals(".") || name.equals("..")) {
                    throw new TreeConflictException(
                            path,
                            origin,
                            "\"" + path + "\" is not a path inside of the image",
                            "use a path without empty, \".\" or \"..\" parts");
                }
            }
        }

        private void requireParent(String path, Origin origin) {
            int slash = path.lastIndexOf('/');
            if (slash < 0) {
                return;
            }
            String parent = path.substring(0, slash);
            Node node = nodes.get(parent);
            if (node == null) {
                throw new IllegalStateException(origin + " brings " + path + " without its directory");
            }
            if (node.entry().kind() != Kind.DIRECTORY) {
                throw new TreeConflictException(
                        path,
                        origin,
                        path + " lies below " + parent + ", which is "
                                + describe(node.entry().kind()) + " of "
                                + node.contribution().origin(),
                        "use another path");
            }
        }

        private void requireNothingBelow(TreeEntry entry, Origin origin) {
            String first = nodes.higherKey(entry.path() + "/");
            if (first != null && first.startsWith(entry.path() + "/")) {
                throw new TreeConflictException(
                        entry.path(),
                        origin,
                        entry.path() + " is " + describe(entry.kind()) + ", but a directory with " + first + " in "
                                + owner(first),
                        "use components that agree on this path");
            }
        }

        private String owner(String path) {
            Node node = nodes.get(path);
            return node == null
                    ? "another component"
                    : node.contribution().origin().toString();
        }

        private static String describe(Kind kind) {
            return switch (kind) {
                case FILE, HARD_LINK -> "a file";
                case DIRECTORY -> "a directory";
                case SYMLINK -> "a symbolic link";
                case CHARACTER_DEVICE, BLOCK_DEVICE -> "a device";
                case FIFO -> "a named pipe";
            };
        }

        /// Ends the merging.
        ///
        /// @param shareable paths that may become hard links to a file of equal content and attributes
        /// @param twin the path where such a file would be
        public ImageTree build(Predicate<Node> shareable, UnaryOperator<String> twin) {
            TreeLinks links = new TreeLinks(nodes);
            links.settle();
            shareTwins(shareable, twin);
            links.takeAttributesOfTargets();
            return new ImageTree(new TreeMap<>(nodes), contributions);
        }

        public ImageTree build() {
            return build(node -> false, path -> path);
        }

        private void shareTwins(Predicate<Node> shareable, UnaryOperator<String> twin) {
            for (Node node : List.copyOf(nodes.values())) {
                if (node.entry().kind() == Kind.FILE && shareable.test(node)) {
                    Node other = nodes.get(twin.apply(node.path()));
                    if (other != null && sameFile(node, other)) {
                        nodes.put(node.path(), TreeLinks.linkTo(node, other.path()));
                    }
                }
            }
        }

        private static boolean sameFile(Node one, Node other) {
            TreeEntry a = one.entry();
            TreeEntry b = other.entry();
            return b.kind() == Kind.FILE
                    && a.mode() == b.mode()
                    && a.uid() == b.uid()
                    && a.gid() == b.gid()
                    && a.mtime() == b.mtime()
                    && a.size() == b.size()
                    && sameAttributes(a.xattrs(), b.xattrs())
                    && one.contribution()
                            .identity(one.contentPath())
                            .equals(other.contribution().identity(other.contentPath()));
        }

        private static boolean sameAttributes(Map<String, byte[]> one, Map<String, byte[]> other) {
            return one.keySet().equals(other.keySet())
                    && one.entrySet().stream()
                            .allMatch(xattr -> Arrays.equals(xattr.getValue(), other.get(xattr.getKey())));
        }
    }
}
