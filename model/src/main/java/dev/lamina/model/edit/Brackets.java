package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists between brackets that need lines of their own, as a note shall stand above an element.
final class Brackets {
    private Brackets() {}

    /// The elements as they are written, one of them with a note above it. Empty when the list cannot be opened:
    /// as it is no list of the document's root, or has comments, or is changed already.
    static Optional<List<Draft>> opened(String text, Walk.Found noted, String words) {
        Optional<Part> list = noted.holder().origin().map(Slot.Origin::value);
        boolean opens = list.isPresent()
                && list.get() instanceof Part.Sequence flow
                && flow.flow()
                && text.substring(flow.extent().start(), flow.extent().end()).indexOf('#') < 0
                && noted.holder().origin().flatMap(Slot.Origin::pair).isPresent();
        if (!opens) {
            return Optional.empty();
        }
        List<Draft> elements = new ArrayList<>();
        for (Slot slot : noted.siblings()) {
            if (!slot.isUntouched() || slot.isRemoved() || slot.origin().isEmpty()) {
                return Optional.empty();
            }
            Part part = slot.origin().get().value();
            String above = slot == noted.slot() ? NoteText.written(words, 0, Scan.newline(text)) : "";
            String element =
                    "- " + text.substring(part.extent().start(), part.extent().end());
            elements.add(new Draft.Quoted(new Excerpt(above + element, 0, text, part)));
        }
        return Optional.of(elements);
    }
}
