package dev.lamina.model.edit;

import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Kept;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import dev.lamina.model.yaml.Schema.Type;
import dev.lamina.model.yaml.SourceText;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// One document while edits are made: its values with what becomes of them, and its text at the end.
final class OpenDocument {
    private final SourceText source;
    private final Optional<DocumentTree> tree;
    private final Sharing sharing;
    private final Slot root;
    private final Splices unread = new Splices();
    private final Kept kept;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<Draft.Sequence, List<Slot>> counted = new IdentityHashMap<>();
    private OptionalInt changedAt = OptionalInt.empty();

    private OpenDocument(SourceText source, Optional<DocumentTree> tree) {
        this.source = source;
        this.tree = tree;
        this.kept = new Kept(source);
        this.sharing = new Sharing(source, tree.map(DocumentTree::uses).orElse(Map.of()));
        this.root = tree.map(there -> Slot.root(there.root())).orElse(Slot.empty(""));
    }

    static OpenDocument of(SourceText source) {
        return new OpenDocument(source, DocumentTree.of(source.text()));
    }

    SourceText source() {
        return source;
    }

    Sharing sharing() {
        return sharing;
    }

    /// The names of the anchors that it has.
    Anchors anchors() {
        return tree.map(there -> Anchors.of(there.root())).orElseGet(Anchors::none);
    }

    Slot root() {
        return root;
    }

    /// Whether values can be found in it, or added to it.
    boolean isReadable() {
        return tree.isPresent()
                || Scan.skipBlank(source.text(), 0) == source.text().length();
    }

    /// The value that the document has at a key, or at a key of a key.
    Optional<Part> written(String path) {
        Optional<Part> root = tree.map(DocumentTree::root);
        int dot = path.indexOf('.');
        if (dot < 0) {
            return root.flatMap(part -> value(part, path));
        }
        String key = path.substring(dot + 1);
        return root.flatMap(part -> value(part, path.substring(0, dot))).flatMap(section -> value(section, key));
    }

    private static Optional<Part> value(Part part, String key) {
        if (!(part instanceof Part.Mapping mapping)) {
            return Optional.empty();
        }
        return mapping.pairs().stream()
                .filter(pair -> pair.name().equals(key))
                .map(Part.Pair::value)
                .map(value -> value instanceof Part.Alias alias ? alias.target() : value)
                .findFirst();
    }

    /// How many elements the composition has of a section of this document.
    int count(String section) {
        return counts.computeIfAbsent(section, key -> {
            Optional<Part> list = written(key);
            return list.isPresent() && list.get() instanceof Part.Sequence sequence
                    ? (int) sequence.elements().stream()
                            .filter(element -> kept.component(key, element.value()))
                            .count()
                    : 0;
        });
    }

    /// The elements of a list that the composition has, of those that were written.
    ///
    /// @param section the key when it is a list of the root; else empty
    List<Slot> counted(Draft.Sequence list, String section, Type type) {
        return counted.computeIfAbsent(
                list,
                key -> list.slots().stream()
                        .filter(slot -> slot.origin().isPresent())
                        .filter(slot -> counts(slot.origin().get().value(), section, type))
                        .toList());
    }

    private boolean counts(Part element, String section, Type type) {
        if (!section.isEmpty()) {
            return kept.component(section, element);
        }
        return type == Walk.UNKNOWN || kept.element(element, type);
    }

    /// Call for what an edit changes.
    void touch(Slot slot) {
        touch(slot.origin().map(Slot.Origin::start).orElse(0));
    }

    private void touch(int at) {
        this.changedAt = OptionalInt.of(at);
    }

    /// Puts other text in the place of a key or a single value.
    void replace(SourceSpan span, String yaml) {
        if (!span.file().equals(source.name()) || !DocumentTree.contains(source.text(), span)) {
            throw refusal(0, "there is no line %d with a column %d".formatted(span.line(), span.column()));
        }
        int start = DocumentTree.offset(source.text(), span.line(), span.column());
        int end = DocumentTree.offset(source.text(), span.endLine(), span.endColumn());
        boolean done = tree.isPresent()
                ? new Replacement(start, yaml).in(root)
                : !isReadable() && unread.replaces(start, end, yaml);
        if (!done) {
            throw refusal(start, "there is no single value here that could be replaced");
        }
        touch(start);
    }

    InvalidCompositionException refusal(int at, String message) {
        return sharing.refusal(extent(at), message, "read the document again, or change its text by hand");
    }

    /// The document with the changes; itself when there are none.
    SourceText render() {
        if (changedAt.isEmpty()) {
            return source;
        }
        Optional<String> text;
        if (tree.isPresent()) {
            text = edited(tree.get().root());
        } else if (isReadable()) {
            text = verified(ValueText.document(source.text(), root));
        } else {
            text = unread.applyTo(source.text());
        }
        String now = text.orElseThrow(this::impossible);
        return now.equals(source.text()) ? source : new SourceText(source.name(), now, source.packages());
    }

    /// Nothing leaves this class that does not hold exactly what was meant.
    private Optional<String> edited(Part part) {
        return new Layout(source.text(), part, false)
                .render(root)
                .flatMap(this::verified)
                .or(() -> new Layout(source.text(), part, true).render(root).flatMap(this::verified));
    }

    private Optional<String> verified(String text) {
        Optional<DocumentTree> now = text.equals(source.text()) ? tree : DocumentTree.of(text);
        return now.filter(there -> Sameness.holds(root, there.root())).map(there -> text);
    }

    private InvalidCompositionException impossible() {
        boolean open = !source.text().isEmpty()
                && !Scan.isBreak(source.text().charAt(source.text().length() - 1));
        Part.Extent at = extent(changedAt.orElse(0));
        return sharing.refusal(
                at,
                "the text cannot be changed here without changing something else",
                open ? "end the last line of the file, or change the text by hand" : "change the text by hand");
    }

    private static Part.Extent extent(int at) {
        return new Part.Extent(at, at, at, "", false);
    }
}
