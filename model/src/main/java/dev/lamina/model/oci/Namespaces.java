package dev.lamina.model.oci;

import dev.lamina.model.ContainerSpec;
import dev.lamina.model.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The kernel namespaces that a container does not share with the host.
final class Namespaces {
    private static final Set<String> SHARED = Set.of("host", "root");
    private static final Set<String> FRESH = Set.of("new", "none", "");

    private final List<Tree> trees = new ArrayList<>();

    private Namespaces() {}

    /// A new process namespace unless told otherwise, always a new mount namespace, and of the others those asked for.
    static List<Map<String, Object>> of(SpecLayers spec) {
        Namespaces namespaces = new Namespaces();
        namespaces.add("network", spec.lastNonEmpty("root", ContainerSpec::net));
        namespaces.add("ipc", spec.lastNonEmpty("root", ContainerSpec::ipc));
        namespaces.add("uts", spec.lastNonEmpty("root", ContainerSpec::uts));
        namespaces.add("pid", spec.lastNonEmpty("new", ContainerSpec::pid));
        namespaces.add("user", spec.lastNonEmpty("root", ContainerSpec::userns));
        namespaces.add("mount", "new");
        return Tree.each(namespaces.trees, tree -> tree);
    }

    /// @param choice to share the host's, to make a new one, or the path of one to join
    private void add(String type, String choice) {
        if (!SHARED.contains(choice)) {
            trees.add(new Tree().put("type", type).putUnlessEmpty("path", FRESH.contains(choice) ? "" : choice));
        }
    }
}
