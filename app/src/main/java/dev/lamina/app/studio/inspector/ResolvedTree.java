package dev.lamina.app.studio.inspector;

import dev.lamina.model.oci.Origin;
import dev.lamina.model.oci.ResolvedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes a tree of the members of an OCI runtime spec.
final class ResolvedTree {
    private final Map<String, ResolvedTree> inner = new LinkedHashMap<>();
    private final List<ResolvedNode> values = new ArrayList<>();

    private ResolvedTree() {}

    static List<ResolvedNode> of(List<ResolvedValue> values) {
        ResolvedTree root = new ResolvedTree();
        for (ResolvedValue value : values) {
            List<String> path = path(value.member());
            ResolvedTree at = root;
            for (String key : path.subList(0, path.size() - 1)) {
                at = at.inner.computeIfAbsent(key, name -> new ResolvedTree());
            }
            at.values.add(value(path.getLast(), value.value(), sources(value.origins())));
        }
        return root.nodes();
    }

    /// `mounts[/dev]` lies in `mounts`; dots between brackets, and those of names of settings, part nothing.
    private static List<String> path(String member) {
        List<String> path = new ArrayList<>();
        int bracket = member.indexOf('[');
        String plain = bracket < 0 ? member : member.substring(0, bracket);
        String free = List.of("annotations.", "linux.sysctl.").stream()
                .filter(plain::startsWith)
                .findFirst()
                .orElse("");
        path.addAll(List.of((free.isEmpty() ? plain : free).split("\\.")));
        if (!free.isEmpty()) {
            path.add(plain.substring(free.length()));
        }
        if (bracket >= 0) {
            path.add(member.substring(bracket + 1, member.length() - 1));
        }
        return path;
    }

    private static List<Effective.Source> sources(List<Origin> origins) {
        return origins.stream().map(EffectiveValues::source).distinct().sorted().toList();
    }

    private static ResolvedNode value(String key, Object value, List<Effective.Source> sources) {
        return switch (value) {
            case Map<?, ?> map ->
                new ResolvedNode(
                        key,
                        "",
                        sources,
                        map.entrySet().stream()
                                .map(each -> value(String.valueOf(each.getKey()), each.getValue(), List.of()))
                                .toList());
            case List<?> list -> list(key, list, sources);
            default -> new ResolvedNode(key, String.valueOf(value), sources, List.of());
        };
    }

    private static ResolvedNode list(String key, List<?> list, List<Effective.Source> sources) {
        List<ResolvedNode> children = new ArrayList<>();
        for (Object element : list) {
            children.add(value(Integer.toString(children.size()), element, List.of()));
        }
        boolean plain = children.stream().allMatch(child -> child.children().isEmpty());
        return new ResolvedNode(key, plain ? list.toString() : "", sources, children);
    }

    private List<ResolvedNode> nodes() {
        List<ResolvedNode> nodes = new ArrayList<>(values);
        inner.forEach((key, tree) -> nodes.add(new ResolvedNode(key, "", List.of(), tree.nodes())));
        return nodes;
    }
}
