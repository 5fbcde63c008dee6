package dev.lamina.model.mount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// Makes a tree of mounts in the order in which they are made. Of several at one path the last one is seen, with what
/// is mounted below; what was there below it before is hidden too.
final class NodeTree {
    private record Placed(MountNode node, int order) {}

    /// By path with a sign that sorts before all names, so that a directory comes right before what is in it.
    private final TreeMap<String, List<Placed>> byPath = new TreeMap<>();

    private int order;

    void add(MountNode node) {
        byPath.computeIfAbsent(key(node.target()), key -> new ArrayList<>()).add(new Placed(node, order++));
    }

    private static String key(String target) {
        return target.equals("/") ? "" : target.replace('/', '\0');
    }

    /// The tree below the one at the root.
    MountNode build() {
        List<Placed> roots = byPath.getOrDefault("", List.of());
        Placed root = roots.getLast();
        return root.node().with(below("", root));
    }

    private List<MountNode> below(String key, Placed above) {
        List<MountNode> nodes = new ArrayList<>();
        String prefix = key + '\0';
        String last = "";
        for (String at : byPath.subMap(prefix, key + '\1').keySet()) {
            if (!last.isEmpty() && at.startsWith(last + '\0')) {
                continue; // below one that is in the list
            }
            last = at;
            List<Placed> stack = byPath.getOrDefault(at, List.of());
            Placed top = stack.getLast();
            for (Placed placed : stack) {
                MountNode node = placed == top ? placed.node().with(below(at, top)) : placed.node();
                nodes.add(hiding(placed, top, above).map(node::hidden).orElse(node));
            }
        }
        return nodes;
    }

    private static Optional<String> hiding(Placed placed, Placed top, Placed above) {
        if (above.order() > placed.order()) {
            return Optional.of(words(above.node()));
        }
        return placed == top ? Optional.empty() : Optional.of(words(top.node()));
    }

    private static String words(MountNode node) {
        return "the " + node.type() + " mounted at " + node.target();
    }
}
