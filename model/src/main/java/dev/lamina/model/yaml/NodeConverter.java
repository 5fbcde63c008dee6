package dev.lamina.model.yaml;

import dev.lamina.model.problem.Texts;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.Item.Entry;
import dev.lamina.model.yaml.Item.Mapping;
import dev.lamina.model.yaml.Item.Scalar;
import dev.lamina.model.yaml.Item.Sequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Converts composed nodes to items, each node once: nodes that are used by alias become one shared item.
final class NodeConverter {
    /// How many values aliases may stand for, and how many entries merge keys may bring in.
    static final long ALIASED = 100_000;

    private final String file;
    private final Problems problems;
    private final Templates templates;
    private final Map<Node, Converted> done = new IdentityHashMap<>();
    private long nodes;
    private long mergedEntries;
    private boolean refused;

    /// @param size how many values the item holds when aliases count at each use
    private record Converted(@Nullable Item item, long size) {}

    NodeConverter(SourceText document, Problems problems) {
        this.file = document.name();
        this.problems = problems;
        this.templates = new Templates(document.packages());
    }

    /// Empty, with a problem, when aliases make the tree endless or huge.
    Optional<Item> convert(Node root) {
        Converted all = item(root);
        if (!refused && all.size - nodes > ALIASED) {
            refuse(span(root), "aliases repeat more than 100000 values", "write fewer \"*\" aliases of large values");
        }
        return refused ? Optional.empty() : Optional.ofNullable(all.item);
    }

    private Converted item(Node node) {
        @Nullable Converted before = done.get(node);
        if (before != null) {
            if (before.item == null && !refused) {
                refuse(span(node), "a value cannot hold an alias of itself", "remove the \"*\" alias");
            }
            return before;
        }
        nodes++;
        done.put(node, new Converted(null, 1));
        Converted result = switch (node) {
            case ScalarNode scalar -> new Converted(scalar(scalar), 1);
            case SequenceNode sequence -> sequence(sequence);
            case MappingNode mapping -> mapping(mapping);
            default -> new Converted(new Scalar(span(node), Scalar.Type.NOTHING, ""), 1);
        };
        done.put(node, result);
        return result;
    }

    private void refuse(SourceSpan span, String message, String hint) {
        refused = true;
        problems.add(span, message, hint);
    }

    private Scalar scalar(ScalarNode node) {
        Scalar scalar = new Scalar(span(node), type(node), node.getValue());
        return Templates.is(scalar.text()) ? resolved(scalar) : scalar;
    }

    private Scalar resolved(Scalar template) {
        return switch (templates.resolve(template.text())) {
            case PackageNames.Answer.Name name -> new Scalar(template.span(), template.type(), name.image());
            case PackageNames.Answer.Unknown unknown ->
                new Scalar(template.span(), template.type(), template.text(), Optional.of(unknown));
        };
    }

    private Scalar.Type type(ScalarNode node) {
        Tag tag = node.getTag();
        if (tag.equals(Tag.INT)) {
            return Scalar.Type.NUMBER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Scalar.Type.FRACTION;
        }
        if (tag.equals(Tag.BOOL)) {
            return Scalar.Type.TRUTH;
        }
        if (tag.equals(Tag.NULL)) {
            return Scalar.Type.NOTHING;
        }
        if (!tag.equals(Tag.STR) && !tag.equals(Tag.MERGE)) {
            unknownTag(node);
        }
        return Scalar.Type.TEXT;
    }

    private void unknownTag(Node node) {
        problems.add(
                span(node),
                "the type \"%s\" is not known"
                        .formatted(Texts.shorten(node.getTag().getValue().replace("tag:yaml.org,2002:", "!!"))),
                "remove the word that begins with \"!\", or put the text in quotes");
    }

    private Converted sequence(SequenceNode node) {
        if (!node.getTag().equals(Tag.SEQ)) {
            unknownTag(node);
        }
        List<Item> items = new ArrayList<>();
        long size = 1;
        for (Node child : node.getValue()) {
            Converted converted = item(child);
            size = plus(size, converted.size);
            if (converted.item != null) {
                items.add(converted.item);
            }
        }
        return new Converted(new Sequence(collectionSpan(node, last(node.getValue())), items), size);
    }

    private Converted mapping(MappingNode node) {
        if (!node.getTag().equals(Tag.MAP)) {
            unknownTag(node);
        }
        List<Entry> own = new ArrayList<>();
        List<Entry> inherited = new ArrayList<>();
        long size = 1;
        for (NodeTuple tuple : node.getValue()) {
            Converted value = item(tuple.getValueNode());
            Converted key = item(tuple.getKeyNode());
            size = plus(size, plus(value.size, key.size));
            if (value.item == null || key.item == null) {
                continue;
            }
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(value.item, inherited);
            } else {
                own.add(new Entry(key.item, value.item, false));
            }
        }
        own.addAll(Merging.missing(own, inherited));
        List<NodeTuple> tuples = node.getValue();
        @Nullable Node end = tuples.isEmpty() ? null : tuples.getLast().getValueNode();
        return new Converted(new Mapping(collectionSpan(node, end), own), plus(size, inherited.size()));
    }

    private void merge(Item value, List<Entry> inherited) {
        switch (value) {
            case Mapping mapping -> inherit(mapping, inherited);
            case Sequence sequence
            when sequence.items().stream().allMatch(Mapping.class::isInstance) -> {
                for (Item item : sequence.items()) {
                    inherit((Mapping) item, inherited);
                }
            }
            default -> problems.add(value.span(), "\"<<\" needs a mapping, or a list of mappings", "write <<: *name");
        }
    }

    private void inherit(Mapping mapping, List<Entry> inherited) {
        mergedEntries += mapping.entries().size();
        if (mergedEntries <= ALIASED) {
            inherited.addAll(mapping.entries());
        } else if (!refused) {
            refuse(mapping.span(), "merge keys bring in more than 100000 entries", "write fewer \"<<\" keys");
        }
    }

    private static long plus(long a, long b) {
        return Math.min(Long.MAX_VALUE / 4, a + b);
    }

    private static @Nullable Node last(List<Node> nodes) {
        return nodes.isEmpty() ? null : nodes.getLast();
    }

    /// A block collection ends for the parser where the next thing begins; for readers it ends with its last value.
    private SourceSpan collectionSpan(Node node, @Nullable Node last) {
        SourceSpan whole = span(node);
        @Nullable Converted end = last == null ? null : done.get(last);
        if (end == null || end.item == null || whole.endColumn() > 1 && flow(node)) {
            return whole;
        }
        SourceSpan to = end.item.span();
        boolean inside = to.endLine() >= whole.line() && to.endLine() <= whole.endLine();
        return inside ? new SourceSpan(file, whole.line(), whole.column(), to.endLine(), to.endColumn()) : whole;
    }

    private static boolean flow(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    private SourceSpan span(Node node) {
        Mark start = node.getStartMark();
        Mark end = node.getEndMark() == null ? start : node.getEndMark();
        return new SourceSpan(file, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }
}
