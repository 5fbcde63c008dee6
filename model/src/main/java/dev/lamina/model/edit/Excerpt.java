package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;

/// A piece of a text that is put somewhere else as it is, but for its indentation: an element of a list with
/// its dash and the comments above it, or the lines of a mapping.
///
/// @param text from its first letter on
/// @param column where that letter stood; the other lines are indented as they were
/// @param alone whether nothing but a value is in it that would also fit on one line between brackets
/// @param source the text that `value` has its places in
/// @param value what it means
record Excerpt(String text, int column, boolean alone, String source, Part value) {

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

    /// What it says, to be written anew.
    Draft draft() {
        return draft(value);
    }

    private Draft draft(Part part) {
        return switch (part) {
            case Part.Scalar(var at, var style, Part.Type type, String words)
            when type == Part.Type.TEXT -> new Draft.Scalar(words);
            case Part.Scalar scalar -> new Draft.Raw(scalar.type() == Part.Type.NOTHING ? "null" : slice(scalar));
            case Part.Alias alias -> new Draft.Raw("*" + alias.name() + " ");
            case Part.Sequence list ->
                new Draft.Sequence(
                        null,
                        list.elements().stream()
                                .map(element -> Slot.of("", draft(element.value())))
                                .toList());
            case Part.Mapping map ->
                new Draft.Mapping(null, map.pairs().stream().map(this::pair).toList());
        };
    }

    private Slot pair(Part.Pair pair) {
        Slot slot = Slot.of(pair.name(), draft(pair.value()));
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
        boolean line =
                Scan.lineEnd(source, value.extent().start()) >= value.extent().end();
        return line
                && switch (value) {
                    case Part.Scalar scalar ->
                        scalar.style() != Part.Style.PLAIN || ScalarText.isPlain(scalar.text(), true);
                    case Part.Alias alias -> false;
                    case Part.Sequence list -> list.flow();
                    case Part.Mapping map -> map.flow();
                };
    }

    /// The value as it stands in its text.
    String written() {
        return source.substring(value.extent().start(), value.extent().end());
    }
}
