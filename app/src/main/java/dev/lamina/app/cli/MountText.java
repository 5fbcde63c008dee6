package dev.lamina.app.cli;

import dev.lamina.app.operation.ShowMounts.Mounts;
import dev.lamina.model.mount.MountNode;
import dev.lamina.model.mount.MountPicture.ContainerMounts;
import dev.lamina.model.mount.Spread;
import dev.lamina.model.oci.Origin;
import dev.lamina.model.problem.Texts;
import dev.lamina.model.yaml.SourceMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Mounts as trees of text and of JSON.
final class MountText {
    private final SourceMap sources;

    MountText(SourceMap sources) {
        this.sources = sources;
    }

    /// A line of a tree: its branches, and the cells behind, or a note.
    private record Line(String tree, List<String> cells, String note) {}

    String of(Mounts mounts) {
        List<List<Line>> trees = new ArrayList<>();
        mounts.root().ifPresent(root -> trees.add(tree("the system", root)));
        mounts.containers().forEach(each -> trees.add(tree(each.container().words(), each.tree())));
        StringBuilder text = new StringBuilder();
        for (List<Line> tree : trees) {
            text.append(text.isEmpty() ? "" : "\n").append(aligned(tree));
        }
        return text.toString();
    }

    private List<Line> tree(String title, MountNode root) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(title, List.of(), ""));
        add(lines, root, "", "");
        return lines;
    }

    /// @param first in front of the mount's own line
    /// @param rest in front of what is below
    private void add(List<Line> lines, MountNode node, String first, String rest) {
        lines.add(new Line(first + Texts.shorten(node.target()), cells(node), ""));
        String bar = node.children().isEmpty() ? "   " : "│  ";
        node.hiddenBy().ifPresent(by -> lines.add(new Line(rest + bar, List.of(), "hidden by " + Texts.shorten(by))));
        node.notes().forEach(note -> lines.add(new Line(rest + bar, List.of(), note)));
        for (int i = 0; i < node.children().size(); i++) {
            boolean last = i == node.children().size() - 1;
            add(lines, node.children().get(i), rest + (last ? "└─ " : "├─ "), rest + (last ? "   " : "│  "));
        }
    }

    private List<String> cells(MountNode node) {
        return List.of(
                Texts.shorten(node.type()),
                Texts.shorten(node.source()),
                Texts.shorten(String.join(",", node.options())),
                node.spread().map(Spread::word).orElse("-"),
                Texts.shorten(from(node)));
    }

    private String from(MountNode node) {
        if (node.origin().isEmpty()) {
            return node.by();
        }
        Origin origin = node.origin().get();
        return switch (origin.kind()) {
            case DOCUMENT ->
                sources.find(origin.path())
                        .map(span -> span.file() + ":" + span.line())
                        .orElse(node.by());
            case LABEL, IMAGE -> origin.subject();
            case DEFAULT -> "default";
        };
    }

    private static String aligned(List<Line> lines) {
        Table table = new Table("llllll");
        lines.stream()
                .filter(line -> !line.cells().isEmpty())
                .forEach(line -> table.row(
                        line.tree(),
                        line.cells().get(0),
                        line.cells().get(1),
                        line.cells().get(2),
                        line.cells().get(3),
                        line.cells().get(4)));
        var rows = table.text().lines().iterator();
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            text.append(line.cells().isEmpty() ? line.tree() + line.note() : rows.next())
                    .append('\n');
        }
        return text.toString();
    }

    Map<String, Object> system(MountNode root) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("section", "system");
        object.put("mounts", List.of(json(root)));
        return object;
    }

    Map<String, Object> container(ContainerMounts mounts) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("section", mounts.container().section().key());
        object.put("name", mounts.container().name());
        object.put("mounts", List.of(json(mounts.tree())));
        return object;
    }

    private Map<String, Object> json(MountNode node) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("target", node.target());
        object.put("type", node.type());
        object.put("source", node.source());
        object.put("options", node.options());
        object.put("spread", node.spread().map(Spread::word));
        object.put("from", from(node));
        object.put("path", node.origin().map(Origin::path));
        object.put("hiddenBy", node.hiddenBy());
        object.put("missing", node.missing());
        object.put("notes", node.notes());
        object.put("mounts", node.children().stream().map(this::json).toList());
        return object;
    }
}
