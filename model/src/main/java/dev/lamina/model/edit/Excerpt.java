package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import java.util.regex.Pattern;

/// A piece of a text that is put somewhere else as it is, but for its indentation: an element of a list with
/// its dash and the comments above it, or the lines of a mapping.
///
/// @param text from its first letter on
/// @param column where that letter stood; the other lines are indented as they were
/// @param source the text that `value` has its places in
/// @param value what it means
record Excerpt(String text, int column, String source, Part value) {
    /// What means something else between brackets than outside of them.
    private static final Pattern FLOW_MARKS = Pattern.compile("[,\\[\\]{}]|^[?:]|:$");

    /// With its first letter at another column; the first line comes without its indentation.
    String at(int wanted) {
        int shift = wanted - column;
        if (shift == 0) {
            return text;
        }
        StringBuilder moved = new StringBuilder(text.length() + 64);
        for (int line = 0; line < text.length(); ) {
            int end = Scan.lineEnd(text, line);
            int next = Scan.nextLine(text, end);
            int from = line;
            if (line > 0 && shift < 0) {
                from = Math.min(Math.min(Scan.skipSpaces(text, line), line - shift), end);
            } else if (line > 0 && line < end) {
                moved.append(" ".repeat(shift));
            }
            moved.append(text, from, next);
            line = next;
        }
        return moved.toString();
    }

    /// What it says, to be written anew between brackets.
    ///
    /// @param json whether all texts need double quotes
    Draft draft(boolean json) {
        return draft(value, json);
    }

    private Draft draft(Part part, boolean json) {
        return switch (part) {
            case Part.Scalar scalar
            when scalar.type() == Part.Type.TEXT ->
                !json && fitsFlow(scalar) ? new Draft.Raw(slice(scalar)) : new Draft.Scalar(scalar.text());
            case Part.Scalar scalar -> new Draft.Raw(slice(scalar).isEmpty() ? "null" : slice(scalar));
            case Part.Alias alias -> new Draft.Raw("*" + alias.name() + " ");
            case Part.Sequence list ->
                new Draft.Sequence(
                        null,
                        list.elements().stream()
                                .map(element -> Slot.of("", draft(element.value(), json)))
                                .toList());
            case Part.Mapping map ->
                new Draft.Mapping(
                        null, map.pairs().stream().map(pair -> pair(pair, json)).toList());
        };
    }

    private Slot pair(Part.Pair pair, boolean json) {
        Slot slot = Slot.of(pair.name(), draft(pair.value(), json));
        boolean text = pair.key() instanceof Part.Scalar scalar && scalar.type() == Part.Type.TEXT;
        if (pair.merges() || !text) {
            slot.renameAs(slice(pair.key()));
        }
        return slot;
    }

    private String slice(Part part) {
        return source.substring(part.extent().value(), part.extent().end());
    }

    /// Whether the value can stand between brackets as it is written.
    boolean fitsFlow() {
        return switch (value) {
            case Part.Scalar scalar -> fitsFlow(scalar);
            case Part.Alias alias -> false;
            case Part.Sequence list -> list.flow() && isOnOneLine(list);
            case Part.Mapping map -> map.flow() && isOnOneLine(map);
        };
    }

    private boolean fitsFlow(Part.Scalar scalar) {
        return isOnOneLine(scalar)
                && switch (scalar.style()) {
                    case PLAIN ->
                        !slice(scalar).isEmpty()
                                && !FLOW_MARKS.matcher(slice(scalar)).find();
                    case SINGLE_QUOTED, DOUBLE_QUOTED -> true;
                    case LITERAL, FOLDED -> false;
                };
    }

    private boolean isOnOneLine(Part part) {
        return Scan.lineEnd(source, part.extent().start()) >= part.extent().end();
    }

    /// The value as it stands in its text.
    String written() {
        return source.substring(value.extent().start(), value.extent().end());
    }
}
