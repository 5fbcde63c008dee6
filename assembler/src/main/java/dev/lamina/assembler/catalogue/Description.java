package dev.lamina.assembler.catalogue;

import dev.lamina.model.problem.Nearest;
import dev.lamina.model.value.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A mapping of a description, asked key by key. When all has been asked for, [#end()] finds the keys that nobody
/// knows.
final class Description {
    /// What a value may hold, and how deep: aliases make a short text long, or endless.
    private static final int MOST_VALUES = 100_000;

    private static final int DEEPEST = 100;

    private final String file;
    private final MappingNode mapping;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();

    private Description(String file, MappingNode mapping) {
        this.file = file;
        this.mapping = mapping;
        for (NodeTuple entry : mapping.getValue()) {
            String key = scalar(entry.getKeyNode());
            if (values.put(key, entry.getValueNode()) != null) {
                throw wrong(entry.getKeyNode(), "the key \"" + key + "\" is given twice");
            }
            keys.put(key, entry.getKeyNode());
        }
    }

    /// @param file the description's name in messages
    static Description parse(String file, String text) {
        if (DescriptionText.compose(file, text) instanceof MappingNode mapping) {
            return new Description(file, mapping);
        }
        throw new BadDescriptionException(SourceSpan.at(file, 1, 1), "a description is a mapping", null);
    }

    /// The problem is an unknown key at its place, and the nearest known one.
    void end() {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw new BadDescriptionException(
                        span(keys.get(key)),
                        "unknown key \"" + key + "\"",
                        Nearest.hint(key, known).orElse(null));
            }
        }
    }

    private Optional<Node> value(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key));
    }

    private Node required(String key) {
        return value(key).orElseThrow(() -> wrong(mapping, "\"" + key + "\" is missing"));
    }

    String text(String key) {
        return scalar(required(key)).strip();
    }

    /// The value of a key that may be left out.
    String text(String key, String otherwise) {
        return optionalText(key)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }

    Optional<String> optionalText(String key) {
        return value(key).map(this::scalar);
    }

    boolean truth(String key) {
        return tree(key).map(Boolean.TRUE::equals).orElse(false);
    }

    List<String> texts(String key) {
        return value(key).map(this::scalars).orElse(List.of());
    }

    /// Refuses an element of a list of texts, at its place.
    void requireEach(String key, Predicate<String> good, Function<String, String> problem, Optional<String> hint) {
        for (Node node : value(key).map(this::elements).orElse(List.of())) {
            if (!good.test(scalar(node))) {
                throw new BadDescriptionException(span(node), problem.apply(scalar(node)), hint.orElse(null));
            }
        }
    }

    /// In the order of the text.
    Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        value(key)
                .map(this::mapping)
                .ifPresent(map -> map.values.forEach((name, node) -> texts.put(name, scalar(node))));
        return texts;
    }

    /// The value of a key that may be a mapping or something else.
    Optional<Description> mappingIfOne(String key) {
        return value(key).filter(MappingNode.class::isInstance).map(this::mapping);
    }

    Set<String> keys() {
        return values.keySet();
    }

    List<Description> mappings(String key) {
        List<Description> mappings = new ArrayList<>();
        for (Node node : value(key).map(this::elements).orElse(List.of())) {
            mappings.add(mapping(node));
        }
        return mappings;
    }

    /// Elements that are a text alone, which becomes the value of `key` in a mapping, or such a mapping.
    List<Description> mappingsOrTexts(String list, String key) {
        List<Description> mappings = new ArrayList<>();
        for (Node node : value(list).map(this::elements).orElse(List.of())) {
            mappings.add(node instanceof ScalarNode ? single(key, node) : mapping(node));
        }
        return mappings;
    }

    private Description single(String key, Node value) {
        Node name =
                new ScalarNode(Tag.STR, key, value.getStartMark(), value.getEndMark(), DumperOptions.ScalarStyle.PLAIN);
        return new Description(
                file,
                new MappingNode(
                        Tag.MAP,
                        true,
                        List.of(new NodeTuple(name, value)),
                        value.getStartMark(),
                        value.getEndMark(),
                        DumperOptions.FlowStyle.FLOW));
    }

    /// The value as maps, lists, texts, numbers and truths.
    Optional<Object> tree(String key) {
        return value(key).map(node -> plain(node, 0, new AtomicInteger()));
    }

    private Object plain(Node node, int depth, AtomicInteger values) {
        if (depth > DEEPEST || values.incrementAndGet() > MOST_VALUES) {
            throw wrong(node, "its aliases make it too large");
        }
        return switch (node) {
            case MappingNode map -> {
                Map<String, Object> members = new LinkedHashMap<>();
                mapping(map).values.forEach((name, value) -> members.put(name, plain(value, depth + 1, values)));
                yield members;
            }
            case SequenceNode list ->
                list.getValue().stream()
                        .map(value -> plain(value, depth + 1, values))
                        .toList();
            default -> scalarValue((ScalarNode) node);
        };
    }

    private Object scalarValue(ScalarNode node) {
        if (node.getTag().equals(Tag.BOOL)) {
            return node.getValue().equals("true");
        }
        try {
            return node.getTag().equals(Tag.INT) ? (Object) Long.valueOf(node.getValue()) : node.getValue();
        } catch (NumberFormatException e) {
            throw wrong(node, "\"" + node.getValue() + "\" is not a decimal number");
        }
    }

    private Description mapping(Node node) {
        if (node instanceof MappingNode map) {
            return new Description(file, map);
        }
        throw wrong(node, "a mapping is expected here");
    }

    private List<Node> elements(Node node) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        throw wrong(node, "a list is expected here");
    }

    private List<String> scalars(Node node) {
        return elements(node).stream().map(this::scalar).toList();
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw wrong(node, "a text is expected here");
    }

    /// What is wrong with the value of a key.
    BadDescriptionException wrong(String key, String problem) {
        return wrong(values.getOrDefault(key, mapping), problem);
    }

    /// As [#wrong(String, String)], with advice.
    BadDescriptionException wrong(String key, String problem, Optional<String> hint) {
        return new BadDescriptionException(span(values.getOrDefault(key, mapping)), problem, hint.orElse(null));
    }

    private BadDescriptionException wrong(Node node, String problem) {
        return new BadDescriptionException(span(node), problem, null);
    }

    private SourceSpan span(@Nullable Node node) {
        return DescriptionText.span(file, node == null ? null : node.getStartMark());
    }
}
