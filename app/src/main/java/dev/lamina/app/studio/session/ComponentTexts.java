package dev.lamina.app.studio.session;

import dev.lamina.model.Composition;
import dev.lamina.model.edit.Document;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Kept;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import dev.lamina.model.yaml.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts of the components of one document. Each stands for itself: what uses anchors of the document is written
/// anew, by value.
final class ComponentTexts {
    private final Document document;
    private final String text;
    private final Optional<Part> root;
    private final Kept kept;

    ComponentTexts(Document document) {
        this.document = document;
        this.text = document.text();
        this.root = DocumentTree.of(text).map(DocumentTree::root);
        this.kept = new Kept(document.source());
    }

    /// @return empty for a place that has no component, or whose list is no part of this text
    Optional<ComponentText> of(Place place) {
        return place.lane() == Lane.KERNEL ? kernel() : element(place);
    }

    /// The text of an element of any list of the document.
    String text(Part.Element element) {
        return written(element).orElseGet(() -> ValueWriter.write(element.value()));
    }

    private Optional<ComponentText> kernel() {
        return section(Lane.KERNEL)
                .filter(Part.Mapping.class::isInstance)
                .map(mapping -> faithful(Place.KERNEL, plain(mapping), mapping));
    }

    private Optional<ComponentText> element(Place place) {
        Optional<Part.Element> element = section(place.lane())
                .filter(Part.Sequence.class::isInstance)
                .map(Part.Sequence.class::cast)
                .flatMap(list -> list.elements().stream()
                        .filter(each -> kept.component(place.lane().key(), each.value()))
                        .skip(place.index())
                        .findFirst());
        return element.map(found -> faithful(place, written(found), found.value()));
    }

    /// The value of a key of the document.
    private Optional<Part> section(Lane lane) {
        return root.flatMap(part -> Pairs.value(part, lane.key()))
                .map(value -> value instanceof Part.Alias alias ? alias.target() : value);
    }

    /// The lines as they are, if they mean the same on their own; else the value.
    private ComponentText faithful(Place place, Optional<String> lines, Part value) {
        // Blank lines at the end that mean something would be lost where they are put in.
        return lines.filter(yaml -> yaml.equals(yaml.stripTrailing()))
                .map(yaml -> new ComponentText(place.lane(), yaml))
                .filter(found -> same(place, found))
                .orElseGet(() -> new ComponentText(place.lane(), ValueWriter.write(value)));
    }

    private boolean same(Place place, ComponentText found) {
        SourceText alone = new SourceText(
                document.source().name(),
                found.asComposition(),
                document.source().packages());
        Composition read = Document.of(alone).composition();
        Place first = new Place(place.lane(), 0);
        return first.exists(read)
                && place.exists(document.composition())
                && first.in(read).equals(place.in(document.composition()));
    }

    /// A component as it is written, unless it has a part in the anchors of the document.
    private Optional<String> written(Part.Element element) {
        Part value = element.value();
        if (Anchors.in(value)) {
            return Optional.empty();
        }
        if (element.dash() < 0) {
            boolean whole = !(value instanceof Part.Mapping)
                    || text.startsWith("{", value.extent().value());
            return whole
                    ? Optional.of(lines(value.extent().start(), value.extent().end(), 0))
                    : Optional.empty();
        }
        int column = column(value.extent().start());
        int line = Scan.lineStart(text, element.dash());
        int dash = element.dash() - line;
        int first = commentsAbove(line, dash);
        String above = first == line ? "" : lines(first, Scan.previousEnd(text, line), dash) + "\n";
        return Optional.of(
                above + lines(value.extent().start(), linesEnd(value.extent().end(), dash), column));
    }

    /// The keys of the kernel.
    private Optional<String> plain(Part value) {
        if (Anchors.in(value) || value instanceof Part.Mapping mapping && mapping.flow()) {
            return Optional.empty();
        }
        int start = value.extent().start();
        return Optional.of(lines(start, Scan.lineEnd(text, value.extent().end()), column(start)));
    }

    private int column(int at) {
        return at - Scan.lineStart(text, at);
    }

    /// The first line of the comments directly above a line, as far to the right.
    private int commentsAbove(int line, int column) {
        int first = line;
        while (true) {
            int end = Scan.previousEnd(text, first);
            if (end < 0) {
                return first;
            }
            int start = Scan.lineStart(text, end);
            int hash = Scan.skipSpaces(text, start);
            if (hash - start != column || !text.startsWith("#", hash)) {
                return first;
            }
            first = start;
        }
    }

    /// Behind the last line of an element, and the comments below it that stand further to the right than its dash.
    private int linesEnd(int elementEnd, int dash) {
        int end = Scan.lineEnd(text, elementEnd);
        while (end < text.length()) {
            int line = Scan.nextLine(text, end);
            int hash = Scan.skipSpaces(text, line);
            if (!text.startsWith("#", hash) || hash - line <= dash) {
                return end;
            }
            end = Scan.lineEnd(text, hash);
        }
        return end;
    }

    /// Lines of the text, so many columns further to the left; the first one begins anywhere.
    private String lines(int start, int end, int column) {
        List<String> lines = new ArrayList<>();
        for (int at = start; ; ) {
            int lineEnd = Math.min(end, Scan.lineEnd(text, at));
            int from = at == start && column(at) > 0 ? at : Math.min(lineEnd, skip(at, column));
            lines.add(text.substring(from, lineEnd));
            if (lineEnd >= end) {
                return String.join("\n", lines);
            }
            at = Scan.nextLine(text, lineEnd);
        }
    }

    private int skip(int line, int columns) {
        return Math.min(line + columns, Scan.skipSpaces(text, line));
    }
}
