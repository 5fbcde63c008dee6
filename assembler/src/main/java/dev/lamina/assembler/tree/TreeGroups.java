package dev.lamina.assembler.tree;

import dev.lamina.assembler.tree.ImageTree.Node;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Divides a tree into groups that change apart from each other: one for each contribution, except that contributions
/// that share files by hard links stay together, and so do all the small ones, and the images of a small root.
public final class TreeGroups {
    /// Below this many bytes of content an archive of its own costs more than it saves.
    private static final long SMALL = 64 * 1024;

    /// As far as the compressor looks back. The programs of a root have much in common and seldom change; compressed
    /// together, those of the smallest example take an eighth less.
    private static final long WINDOW = 8 << 20;

    private final ImageTree tree;
    private final Predicate<Node> wanted;
    private final Map<Contribution, Integer> order = new HashMap<>();
    private final Map<Contribution, Contribution> leaders = new HashMap<>();
    private final Map<String, Node> heirs = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    private TreeGroups(ImageTree tree, Predicate<Node> wanted) {
        this.tree = tree;
        this.wanted = wanted;
        for (Contribution contribution : tree.contributions()) {
            order.put(contribution, order.size());
            leaders.put(contribution, contribution);
        }
    }

    /// @param wanted which entries to take; with an entry its directories must be wanted too
    public static List<TreeGroup> of(ImageTree tree, Predicate<Node> wanted) {
        TreeGroups groups = new TreeGroups(tree, wanted);
        groups.joinLinked();
        groups.joinRoot();
        groups.joinSmall();
        return groups.build();
    }

    private Contribution leader(Contribution contribution) {
        Contribution at = contribution;
        for (Contribution next = leaders.get(at); next != null && next != at; next = leaders.get(at)) {
            at = next;
        }
        leaders.put(contribution, at); // so that the way is short the next time
        return at;
    }

    /// The one that comes first in the tree leads.
    private void join(Contribution one, Contribution other) {
        Contribution a = leader(one);
        Contribution b = leader(other);
        if (place(a) <= place(b)) {
            leaders.put(b, a);
        } else {
            leaders.put(a, b);
        }
    }

    private int place(Contribution contribution) {
        return order.getOrDefault(contribution, Integer.MAX_VALUE);
    }

    private void joinLinked() {
        for (Node node : tree.nodes()) {
            if (node.entry().kind() == Kind.HARD_LINK && wanted.test(node)) {
                tree.find(node.entry().link()).ifPresent(target -> join(node.contribution(), target.contribution()));
            }
        }
    }

    private void joinRoot() {
        Map<Contribution, Long> sizes = sizes();
        List<Contribution> root = tree.contributions().stream()
                .filter(contribution -> contribution.origin().isRoot())
                .map(this::leader)
                .distinct()
                .toList();
        long together = root.stream()
                .mapToLong(contribution -> sizes.getOrDefault(contribution, 0L))
                .sum();
        if (together <= WINDOW) {
            root.forEach(contribution -> join(root.getFirst(), contribution));
        }
    }

    private Map<Contribution, Long> sizes() {
        Map<Contribution, Long> sizes = new HashMap<>();
        for (Node node : tree.nodes()) {
            sizes.merge(
                    leader(node.contribution()),
                    wanted.test(node) ? node.entry().size() : 0,
                    Long::sum);
        }
        return sizes;
    }

    private void joinSmall() {
        Map<Contribution, Long> sizes = sizes();
        List<Contribution> small = tree.contributions().stream()
                .filter(contribution -> leader(contribution) == contribution)
                .filter(contribution -> sizes.getOrDefault(contribution, 0L) < SMALL)
                .toList();
        small.forEach(contribution -> join(small.getFirst(), contribution));
    }

    private List<TreeGroup> build() {
        Map<Contribution, List<Contribution>> members = new LinkedHashMap<>();
        for (Contribution contribution : tree.contributions()) {
            members.computeIfAbsent(leader(contribution), key -> new ArrayList<>())
                    .add(contribution);
        }
        Map<Contribution, List<Node>> nodes = new HashMap<>();
        tree.nodes().stream()
                .filter(wanted)
                .map(this::withItsFile)
                .forEach(node -> nodes.computeIfAbsent(leader(node.contribution()), key -> new ArrayList<>())
                        .add(node));
        return members.entrySet().stream()
                .map(group -> group(group.getValue(), nodes.getOrDefault(group.getKey(), List.of())))
                .filter(group -> !group.isEmpty())
                .toList();
    }

    /// The file of a hard link may be one that is not wanted. Then the first link becomes the file, and further links
    /// name that one.
    private Node withItsFile(Node node) {
        Node file = node.entry().kind() == Kind.HARD_LINK
                ? tree.find(node.entry().link()).orElse(null)
                : null;
        if (file == null || wanted.test(file)) {
            return node;
        }
        Node heir = heirs.get(file.path());
        if (heir != null) {
            return new Node(node.entry().linkedTo(heir.path()), node.contribution(), node.contentPath());
        }
        Node first = new Node(file.entry().at(node.path()), file.contribution(), file.contentPath());
        heirs.put(file.path(), first);
        return first;
    }

    /// A directory is written by the first group that needs it, with the attributes that it has in the end.
    private TreeGroup group(List<Contribution> contributions, List<Node> nodes) {
        TreeMap<String, Node> directories = new TreeMap<>();
        List<Node> others = new ArrayList<>();
        for (Node node : nodes) {
            addParents(node.path(), directories);
            if (node.entry().kind() != Kind.DIRECTORY) {
                others.add(node);
            } else if (written.add(node.path())) {
                directories.put(node.path(), node);
            }
        }
        return new TreeGroup(contributions, List.copyOf(directories.values()), others);
    }

    private void addParents(String path, Map<String, Node> directories) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            String parent = path.substring(0, slash);
            if (!written.add(parent)) {
                return;
            }
            tree.find(parent).ifPresent(node -> directories.put(parent, node));
        }
    }
}
