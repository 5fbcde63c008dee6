package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.edit.Edit.Append;
import dev.lamina.model.edit.Edit.Insert;
import dev.lamina.model.edit.Edit.InsertText;
import dev.lamina.model.edit.Edit.Move;
import dev.lamina.model.edit.Edit.Note;
import dev.lamina.model.edit.Edit.Remove;
import dev.lamina.model.edit.Edit.RenameKey;
import dev.lamina.model.edit.Edit.Replace;
import dev.lamina.model.edit.Edit.Set;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Says which lines an edit may change, by what SnakeYAML tells of the places of values.
final class LineCheck {
    private final String text;
    private final List<String> lines;
    private final Map<String, Place> places = new HashMap<>();

    /// Lines from 0; the last one is part of it.
    ///
    /// @param block whether it is a list or mapping in lines of its own
    private record Place(String parent, int first, int last, boolean block, int children, boolean eldest) {}

    LineCheck(String text) {
        this.text = text;
        this.lines = text.lines().toList();
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(1000);
        Node root = new Yaml(options).compose(new StringReader(text));
        add("", "", root, root.getStartMark().getLine(), true);
    }

    private int add(String path, String parent, Node node, int first, boolean eldest) {
        int last = first;
        int children = 0;
        switch (node) {
            case SequenceNode sequence -> {
                for (Node child : sequence.getValue()) {
                    String at = path + "[" + children + "]";
                    last = Math.max(last, add(at, path, child, start(child, first), children == 0));
                    children++;
                }
            }
            case MappingNode mapping -> {
                for (NodeTuple tuple : mapping.getValue()) {
                    Node key = tuple.getKeyNode();
                    String at = (path.isEmpty() ? "" : path + ".") + ((ScalarNode) key).getValue();
                    last = Math.max(last, add(at, path, tuple.getValueNode(), start(key, first), children == 0));
                    children++;
                }
            }
            default -> last = Math.max(first, lastOf((ScalarNode) node));
        }
        boolean block = !(node instanceof ScalarNode) && style(node) != FlowStyle.FLOW;
        if (!block && !(node instanceof ScalarNode)) {
            last = Math.max(last, node.getEndMark().getLine());
        }
        places.put(path, new Place(parent, first, last, block, children, eldest));
        return last;
    }

    /// The line of a key or an element; an alias stands where nobody knows, after what comes before it.
    private static int start(Node node, int least) {
        return Math.max(least, node.getStartMark().getLine());
    }

    private static FlowStyle style(Node node) {
        return node instanceof SequenceNode list ? list.getFlowStyle() : ((MappingNode) node).getFlowStyle();
    }

    private int lastOf(ScalarNode node) {
        int end = node.getEndMark().getLine();
        boolean behind =
                node.getEndMark().getColumn() == 0 && end > node.getStartMark().getLine();
        return behind ? end - 1 : end;
    }

    /// Holds that outside of the lines that the edit is about nothing changed.
    void check(Edit edit, String edited, String description) {
        if (text.contains("*")) {
            // What stands at an alias is not where it was written.
            return;
        }
        int[] window = window(edit);
        int first = window[0];
        int last = window[1];
        while (first > 0 && isCommentOrDash(lines.get(first - 1).strip())) {
            first--;
        }
        while (last + 1 < lines.size()
                && (lines.get(last + 1).isBlank() || lines.get(last + 1).strip().startsWith("#"))) {
            last++;
        }
        String before = text.substring(0, offset(first));
        String after = text.substring(offset(last + 1));
        String kept = after.isEmpty() ? before.stripTrailing() : before;
        assertThat(edited.startsWith(kept)).as(description).isTrue();
        assertThat(edited.endsWith(after)).as(description).isTrue();
        counts(edit, edited, description);
    }

    private static boolean isCommentOrDash(String line) {
        return line.startsWith("#") || line.matches("-( *&\\w+)?( *#.*)?");
    }

    private int[] window(Edit edit) {
        return switch (edit) {
            case Set(String path, Object value) -> places.containsKey(path) ? of(path) : of(parent(path));
            case RenameKey(String path, String name) -> of(path);
            case Append(String path, Object value) -> of(path);
            case Insert(String path, Object value) -> of(at(path).parent);
            case Remove(String path) -> at(path).eldest ? of(at(path).parent) : of(path, at(path).parent);
            case Replace replace -> throw new IllegalArgumentException("no path");
            case Move move -> throw new IllegalArgumentException("not here");
            case InsertText text -> throw new IllegalArgumentException("not here");
            case Note note -> throw new IllegalArgumentException("not here");
        };
    }

    private int[] of(String path) {
        return new int[] {at(path).first, at(path).last};
    }

    /// In brackets the comma in front may stand on another line.
    private int[] of(String path, String parent) {
        return at(parent).block ? of(path) : of(parent);
    }

    private Place at(String path) {
        return Objects.requireNonNull(places.get(path), path);
    }

    private static String parent(String path) {
        return path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
    }

    /// What is added takes no line away, and what is removed adds none.
    private void counts(Edit edit, String edited, String description) {
        List<String> diff = Diff.of("", text, edited).lines().skip(2).toList();
        boolean takes = diff.stream().anyMatch(line -> line.startsWith("-"));
        boolean adds = diff.stream().anyMatch(line -> line.startsWith("+"));
        switch (edit) {
            case Append(String path, Object value)
            when at(path).block -> assertThat(takes).as(description).isFalse();
            case Insert(String path, Object value)
            when at(at(path).parent).block && !at(path).eldest ->
                assertThat(takes).as(description).isFalse();
            case Set(String path, Object value)
            when !places.containsKey(path) && at(parent(path)).block ->
                assertThat(takes).as(description).isFalse();
            case Remove(String path)
            when at(at(path).parent).block && !at(path).eldest ->
                assertThat(adds).as(description).isFalse();
            default -> {}
        }
    }

    private int offset(int line) {
        int at = 0;
        for (int i = 0; i < line; i++) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return text.length();
            }
            at = end + 1;
        }
        return at;
    }
}
