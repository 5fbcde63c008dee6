package dev.lamina.model.yaml;

import dev.lamina.model.yaml.Part.Element;
import dev.lamina.model.yaml.Part.Extent;
import dev.lamina.model.yaml.Part.Pair;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Makes parts of composed nodes, in the order of the text. A node that comes again is an alias: the
/// parser's events tell where.
final class PartBuilder {
    private static final Pattern TAGGED = Pattern.compile("(?s)(&\\S+\\s+)?!.*");
    private static final Part ITSELF =
            new Part.Scalar(new Extent(0, 0, 0, "", false), Part.Style.PLAIN, Part.Type.NOTHING, "");

    private final String text;
    private final Offsets offsets;
    private final List<AliasEvent> aliases;
    private final Map<Node, Part> done = new IdentityHashMap<>();
    private final Map<Part, List<Integer>> uses = new IdentityHashMap<>();
    private int nextAlias;

    PartBuilder(String text, List<AliasEvent> aliases) {
        this.text = text;
        this.offsets = new Offsets(text);
        this.aliases = aliases;
    }

    Map<Part, List<Integer>> uses() {
        return uses;
    }

    Part build(Node node) {
        // Nothing without an anchor can come again.
        boolean anchored = node.getAnchor() != null;
        @Nullable Part before = anchored ? done.get(node) : null;
        if (before != null) {
            return alias(before);
        }
        if (anchored) {
            done.put(node, ITSELF);
        }
        Part part = switch (node) {
            case SequenceNode sequence -> sequence(sequence);
            case MappingNode mapping -> mapping(mapping);
            case ScalarNode scalar -> scalar(scalar);
            default -> throw new IllegalStateException("unknown node " + node.getNodeId());
        };
        if (anchored) {
            done.put(node, part);
        }
        return part;
    }

    private Part alias(Part target) {
        AliasEvent event = aliases.get(nextAlias++);
        int start = at(event.getStartMark());
        uses.computeIfAbsent(target, part -> new ArrayList<>()).add(start);
        return new Part.Alias(new Extent(start, start, at(event.getEndMark()), "", false), event.getAnchor(), target);
    }

    private Part sequence(SequenceNode node) {
        boolean flow = node.getFlowStyle() == FlowStyle.FLOW;
        int start = at(node.getStartMark());
        int value = flow ? skipProperties(start, text.length()) : dash(skipProperties(start, text.length()));
        List<Element> elements = new ArrayList<>(node.getValue().size());
        int end = value;
        for (Node child : node.getValue()) {
            int dash = flow ? -1 : dash(end);
            Part part = build(child);
            elements.add(new Element(dash, part));
            end = Math.max(part.extent().end(), dash + 1);
        }
        return new Part.Sequence(extent(node, start, value, flow ? at(node.getEndMark()) : end), flow, elements);
    }

    private int dash(int from) {
        int at = Scan.skipBlank(text, from);
        if (text.charAt(at) != '-') {
            throw new IllegalStateException("no dash at offset " + at);
        }
        return at;
    }

    private Part mapping(MappingNode node) {
        boolean flow = node.getFlowStyle() == FlowStyle.FLOW;
        List<NodeTuple> tuples = node.getValue();
        int start = at(node.getStartMark());
        List<Pair> pairs = new ArrayList<>(tuples.size());
        boolean plain = true;
        for (NodeTuple tuple : tuples) {
            Part key = build(tuple.getKeyNode());
            int colon = Scan.skipSpaces(text, key.extent().end());
            boolean there = colon < text.length() && text.charAt(colon) == ':';
            Part value = build(tuple.getValueNode());
            pairs.add(new Pair(key, there ? colon : -1, value));
            plain &= there || flow && value.extent().start() == value.extent().end();
        }
        int value = flow || pairs.isEmpty()
                ? skipProperties(start, text.length())
                : pairs.getFirst().start();
        int end = flow || pairs.isEmpty()
                ? at(node.getEndMark())
                : pairs.getLast().end();
        plain &= !flow || text.startsWith("{", value);
        return new Part.Mapping(
                extent(node, start, value, end), flow, plain && !(flow && hasQuestion(pairs, value)), pairs);
    }

    /// Whether some key of a flow mapping is written as `? key`.
    private boolean hasQuestion(List<Pair> pairs, int start) {
        return pairs.stream().anyMatch(pair -> {
            int before = pair.start() - 1;
            while (before >= start && Scan.isBlank(text.charAt(before))) {
                before--;
            }
            return before >= 0 && text.charAt(before) == '?';
        });
    }

    private Part scalar(ScalarNode node) {
        int start = at(node.getStartMark());
        int end = at(node.getEndMark());
        int value = Math.min(end, skipProperties(start, end));
        Part.Style style = switch (node.getScalarStyle()) {
            case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> Part.Style.DOUBLE_QUOTED;
            case SINGLE_QUOTED -> Part.Style.SINGLE_QUOTED;
            case LITERAL -> Part.Style.LITERAL;
            case FOLDED -> Part.Style.FOLDED;
            case PLAIN -> Part.Style.PLAIN;
        };
        int last = style.isBlock() ? Scan.blockEnd(text, value, end) : end;
        return new Part.Scalar(extent(node, start, value, last), style, type(node.getTag()), node.getValue());
    }

    private static Part.Type type(Tag tag) {
        if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE)) {
            return Part.Type.TEXT;
        }
        if (tag.equals(Tag.INT)) {
            return Part.Type.NUMBER;
        }
        if (tag.equals(Tag.FLOAT)) {
            return Part.Type.FRACTION;
        }
        if (tag.equals(Tag.BOOL)) {
            return Part.Type.TRUTH;
        }
        return tag.equals(Tag.NULL) ? Part.Type.NOTHING : Part.Type.UNKNOWN;
    }

    private Extent extent(Node node, int start, int value, int end) {
        boolean tagged =
                value > start && TAGGED.matcher(text.substring(start, value)).matches();
        return new Extent(start, value, end, Objects.requireNonNullElse(node.getAnchor(), ""), tagged);
    }

    /// Behind the anchor and the tag.
    private int skipProperties(int from, int end) {
        int at = from;
        while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
            while (at < end && !Scan.isBlank(text.charAt(at)) && !isFlowIndicator(text.charAt(at))) {
                at++;
            }
            at = Math.min(end, Scan.skipBlank(text, at));
        }
        return at;
    }

    private static boolean isFlowIndicator(char c) {
        return "[]{},".indexOf(c) >= 0;
    }

    private int at(@Nullable Mark mark) {
        return offsets.of(Objects.requireNonNull(mark));
    }
}
