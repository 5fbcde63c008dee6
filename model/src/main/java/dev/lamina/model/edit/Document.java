package dev.lamina.model.edit;

import dev.lamina.model.Composition;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.ReadResult;
import dev.lamina.model.yaml.Scan;
import dev.lamina.model.yaml.SourceText;
import java.util.List;

/// One document: its text, which is the truth, and what was read of it.
///
/// @param readable whether the text is YAML, or holds nothing but comments; if not, the composition is empty and the
/// problems say why
public record Document(SourceText source, ReadResult read, boolean readable) {

    /// Reads a text, whatever is wrong with it.
    public static Document of(SourceText source) {
        ReadResult read = new CompositionReader().read(List.of(source));
        boolean nothing = Scan.skipBlank(source.text(), 0) == source.text().length();
        return new Document(source, read, nothing || read.yaml());
    }

    /// Whether there is nothing in it yet, but perhaps comments.
    public boolean isEmpty() {
        return readable && !read.yaml();
    }

    public String text() {
        return source.text();
    }

    public Composition composition() {
        return read.composition();
    }

    /// The same document with another text.
    public Document with(String text) {
        return text.equals(source.text()) ? this : of(new SourceText(source.name(), text, source.packages()));
    }

    /// The document after a change; only the lines that the change needs are others.
    ///
    /// @throws InvalidCompositionException the change cannot be made here; with a problem for each edit
    public Document apply(Change change) {
        return with(
                DocumentEditor.apply(List.of(source), change.edits()).getFirst().text());
    }
}
