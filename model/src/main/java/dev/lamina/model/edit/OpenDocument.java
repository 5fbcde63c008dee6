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
    private boolean changed;

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

    void touch() {
        this.changed = true;
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
        touch();
    }

    InvalidCompositionException refusal(int at, String message) {
        return sharing.refusal(
                new Part.Extent(at, at, at, "", false), message, "read the document again, or change its text by hand");
    }

    /// The document with the changes; itself when there are none.
    SourceText render() {
        if (!changed) {
            return source;
        }
        String text = source.text();
        if (tree.isPresent()) {
            text = edited(tree.get().root());
        } else if (isReadable()) {
            text = verified(ValueText.document(source.text(), root)).orElseThrow(this::damaged);
        } else {
            text = unread.applyTo(text);
        }
        return text.equals(source.text()) ? source : new SourceText(source.name(), text, source.packages());
    }

    /// Nothing leaves this class that does not hold exactly what was meant.
    private String edited(Part part) {
        return verified(new Layout(source.text(), part, false).render(root))
                .or(() -> verified(new Layout(source.text(), part, true).render(root)))
                .orElseThrow(this::damaged);
    }

    private Optional<String> verified(String text) {
        Optional<DocumentTree> now = text.equals(source.text()) ? tree : DocumentTree.of(text);
        boolean holds = now.filter(there -> Sameness.holds(root, there.root())).isPresent();
        return holds ? Optional.of(text) : Optional.empty();
    }

    private IllegalStateException damaged() {
        return new IllegalStateException("an edit would have damaged " + source.name());
    }
}
