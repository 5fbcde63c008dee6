package dev.lamina.model.yaml;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.serializer.Serializer;

/// Writes trees of mappings, lists, texts, numbers and truths as YAML.
final class YamlText {
    private static final Pattern HARMLESS_LINES = Pattern.compile("[\\x20-\\x7e\\n\\xa1-\\ud7ff]*");

    private final PlainScalars resolver = new PlainScalars();

    private YamlText() {}

    static String of(Map<String, Object> tree) {
        if (tree.isEmpty()) {
            return "{}\n";
        }
        DumperOptions options = new DumperOptions();
        options.setWidth(Integer.MAX_VALUE);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        StringWriter out = new StringWriter();
        YamlText text = new YamlText();
        Serializer serializer = new Serializer(new Emitter(out, options), text.resolver, options, null);
        try {
            serializer.open();
            serializer.serialize(text.node(tree));
            serializer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private Node node(Object value) {
        return switch (value) {
            case Map<?, ?> map -> mapping(map);
            case List<?> list -> sequence(list);
            case Boolean truth -> scalar(Tag.BOOL, truth.toString(), ScalarStyle.PLAIN);
            case Long number -> scalar(Tag.INT, number.toString(), ScalarStyle.PLAIN);
            default -> text(value.toString());
        };
    }

    private Node mapping(Map<?, ?> map) {
        List<NodeTuple> tuples = new ArrayList<>();
        map.forEach((key, value) -> tuples.add(new NodeTuple(text(key.toString()), node(value))));
        return new MappingNode(Tag.MAP, tuples, map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private Node sequence(List<?> list) {
        List<Node> nodes = list.stream().map(this::node).toList();
        return new SequenceNode(Tag.SEQ, nodes, list.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private Node text(String text) {
        return scalar(Tag.STR, text, style(text));
    }

    private ScalarStyle style(String text) {
        boolean lines = text.indexOf('\n') >= 0 && HARMLESS_LINES.matcher(text).matches();
        if (lines) {
            return ScalarStyle.LITERAL;
        }
        boolean plain = text.chars().allMatch(c -> c >= 0x20 && c < 0x7F) && !Quoting.isNeeded(text);
        return plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }

    private static Node scalar(Tag tag, String text, ScalarStyle style) {
        return new ScalarNode(tag, text, null, null, style);
    }
}
