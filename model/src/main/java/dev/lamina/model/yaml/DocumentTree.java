package dev.lamina.model.yaml;

import dev.lamina.model.value.SourceSpan;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One document as it is written: for those who change its text rather than the values that it stands for.
///
/// @param uses the offsets of the aliases of a part, by identity; parts without aliases are not in it
public record DocumentTree(Part root, Map<Part, List<Integer>> uses) {

    /// Empty when the text is no YAML, or holds nothing, or is larger than any composition.
    public static Optional<DocumentTree> of(String text) {
        return new TreeLoader(new SourceText("", text), new Problems())
                .compose()
                .map(composed -> {
                    PartBuilder builder = new PartBuilder(text, composed.aliases());
                    return new DocumentTree(builder.build(composed.root()), builder.uses());
                });
    }

    public DocumentTree {
        uses = new IdentityHashMap<>(uses);
    }

    /// Whether a text has the lines of a span.
    public static boolean contains(String text, SourceSpan span) {
        int lines = new TextPositions(text).lines();
        return span.line() >= 1 && span.line() <= span.endLine() && span.endLine() <= lines;
    }

    /// The offset in a text of what the reader of compositions calls line and column.
    public static int offset(String text, int line, int column) {
        return new TextPositions(text).of(line, column);
    }

    /// Lines and columns of a piece of a text, as the reader of compositions counts them.
    public static SourceSpan span(SourceText document, int start, int end) {
        TextPositions positions = new TextPositions(document.text());
        return new SourceSpan(
                document.name(),
                positions.line(start),
                positions.column(start),
                positions.line(end),
                positions.column(end));
    }
}
