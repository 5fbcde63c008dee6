package dev.lamina.model.edit;

import dev.lamina.model.Composition;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.CompositionReader;
import dev.lamina.model.yaml.DocumentTree;
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
        boolean nothing = Scan.skipBlank(source.text(), 0) == source.text().length();
        boolean readable = nothing || DocumentTree.of(source.text()).isPresent();
        return new Document(source, new CompositionReader().read(List.of(source)), readable);
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
