package dev.lamina.model.edit;

import dev.lamina.model.edit.Draft.Mapping;
import dev.lamina.model.edit.Draft.Quoted;
import dev.lamina.model.edit.Draft.Raw;
import dev.lamina.model.edit.Draft.Scalar;
import dev.lamina.model.edit.Draft.Sequence;
import dev.lamina.model.edit.Draft.Written;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes values that are new to a document.
final class ValueText {
    /// Longer lists are read better below one another.
    private static final int LONGEST_FLOW = 72;

    private final DocumentStyle style;
    private final boolean literals;

    /// @param literals whether texts may be written below a `|`
    ValueText(DocumentStyle style, boolean literals) {
        this.style = style;
        this.literals = literals;
    }

    /// A value in a block.
    ///
    /// @param head what comes behind the colon or the dash; empty when all comes in the lines below
    /// @param body whole lines, with their indentation
    record Lines(String head, List<String> body) {}

    /// The text of a document that had no values yet.
    ///
    /// @param begun its comments
    static String document(String begun, Slot root) {
        Lines lines =
                new ValueText(DocumentStyle.USUAL, true).ofElement(root.value().orElseGet(() -> Draft.of(Map.of())), 0);
        boolean ended = begun.isEmpty() || Scan.isBreak(begun.charAt(begun.length() - 1));
        String newline = Scan.newline(begun);
        StringBuilder whole =
                new StringBuilder(begun).append(ended ? "" : newline).append(lines.head());
        lines.body().forEach(line -> whole.append(newline).append(line));
        return whole.append(newline).toString();
    }

    /// What a key holds.
    ///
    /// @param column of the key
    Lines ofKey(Draft value, int column) {
        if (isInline(value)) {
            return new Lines(inline(value), List.of());
        }
        return switch (value) {
            case Scalar(String text) -> literal(text, column + style.keys());
            case Sequence sequence -> below(block(sequence, column + style.dashes()), column + style.dashes());
            default -> below(block(value, column + style.keys()), column + style.keys());
        };
    }

    private static Lines below(List<String> lines, int column) {
        List<String> body = new ArrayList<>(lines);
        body.set(0, " ".repeat(column) + body.getFirst());
        return new Lines("", body);
    }

    /// What stands behind a dash.
    ///
    /// @param column where the value begins
    Lines ofElement(Draft value, int column) {
        List<String> lines = block(value, column);
        return new Lines(lines.getFirst(), lines.subList(1, lines.size()));
    }

    /// What stands behind a dash and an anchor: lists and mappings cannot begin there.
    ///
    /// @param column where lines begin that are needed
    Lines belowDash(Draft value, int column) {
        boolean literal = value instanceof Scalar;
        return literal || isInline(value) ? ofElement(value, column) : below(block(value, column), column);
    }

    /// The value at a column: the first line without, the others with their indentation.
    private List<String> block(Draft value, int column) {
        if (isInline(value)) {
            return List.of(inline(value));
        }
        List<String> lines = new ArrayList<>();
        switch (value) {
            case Scalar(String text) -> add(lines, "", literal(text, column), 0);
            case Sequence sequence ->
                Layout.live(sequence.slots()).forEach(slot -> {
                    if (slot.value().orElseThrow() instanceof Quoted(Excerpt excerpt)) {
                        lines.add((lines.isEmpty() ? "" : " ".repeat(column)) + excerpt.at(column));
                    } else {
                        add(lines, "- ", element(slot, column + 2), column);
                    }
                });
            case Quoted(Excerpt excerpt) -> lines.add(excerpt.at(column));
            case Mapping mapping ->
                Layout.live(mapping.slots()).forEach(slot -> add(lines, key(slot), held(slot, column), column));
            default -> lines.add(inline(value));
        }
        return lines;
    }

    private static void add(List<String> lines, String label, Lines value, int column) {
        String line = (label + value.head()).stripTrailing();
        lines.add(lines.isEmpty() ? line : " ".repeat(column) + line);
        lines.addAll(value.body());
    }

    private Lines element(Slot slot, int column) {
        return ofElement(slot.value().orElseThrow(), column);
    }

    private Lines held(Slot slot, int column) {
        return ofKey(slot.value().orElseThrow(), column);
    }

    static String key(Slot slot) {
        return slot.rawName().orElseGet(() -> ScalarText.of(slot.name(), false)) + ": ";
    }

    private static Lines literal(String text, int column) {
        return new Lines(LiteralText.header(text), LiteralText.lines(text, column));
    }

    private boolean isInline(Draft value) {
        return switch (value) {
            case Scalar(Object text) -> !(literals && text instanceof String lines && LiteralText.fits(lines));
            case Raw raw -> true;
            case Quoted quoted -> false;
            case Written written -> true;
            case Mapping mapping -> Layout.live(mapping.slots()).isEmpty();
            case Sequence sequence -> Layout.live(sequence.slots()).isEmpty() || style.flow() && isShort(sequence);
        };
    }

    private boolean isShort(Sequence sequence) {
        return Layout.live(sequence.slots()).stream()
                        .map(slot -> slot.value().orElseThrow())
                        .allMatch(Scalar.class::isInstance)
                && flow(sequence).length() <= LONGEST_FLOW;
    }

    private String inline(Draft value) {
        return value instanceof Scalar(Object scalar) ? ScalarText.of(scalar, false) : flow(value);
    }

    Part.Style quotes() {
        return style.quotes();
    }

    /// On one line, as it can stand between brackets or behind a key.
    String flow(Draft value) {
        return flow(value, style.quotes());
    }

    /// @param texts how texts are written that are no keys
    String flow(Draft value, Part.Style texts) {
        return switch (value) {
            case Scalar(String text) -> ScalarText.of(text, texts, true);
            case Scalar(Object other) -> other.toString();
            case Raw(String yaml) -> yaml;
            case Quoted(Excerpt excerpt) -> inFlow(excerpt, texts);
            case Written written -> throw new IllegalStateException("what was written is not written anew");
            case Sequence sequence ->
                Layout.live(sequence.slots()).stream()
                        .map(slot -> flow(slot.value().orElseThrow(), texts))
                        .collect(Collectors.joining(", ", "[", "]"));
            case Mapping mapping ->
                Layout.live(mapping.slots()).stream()
                        .map(slot -> flowPair(slot, texts))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    private String inFlow(Excerpt excerpt, Part.Style texts) {
        boolean json = texts == Part.Style.DOUBLE_QUOTED;
        return !json && excerpt.fitsFlow() ? excerpt.written() : flow(excerpt.draft(json), texts);
    }

    String flowPair(Slot slot, Part.Style texts) {
        String key = slot.rawName().orElseGet(() -> ScalarText.of(slot.name(), texts, true));
        return key + ": " + flow(slot.value().orElseThrow(), texts);
    }
}
