package dev.lamina.model.edit;

import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.value.SourceSpan;
import dev.lamina.model.yaml.DocumentTree;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import dev.lamina.model.yaml.SourceText;
import java.util.Map;
import java.util.Optional;

/// One document while edits are made: its values with what becomes of them, and its text at the end.
final class OpenDocument {
    private final SourceText source;
    private final Optional<DocumentTree> tree;
    private final Sharing sharing;
    private final Slot root;
    private final Splices unread = new Splices();
    private boolean changed;

    private OpenDocument(SourceText source, Optional<DocumentTree> tree) {
        this.source = source;
        this.tree = tree;
        this.sharing = new Sharing(source, tree.map(DocumentTree::uses).orElse(Map.of()));
        this.root = tree.map(there -> Slot.root(there.root())).orElse(Slot.empty(""));
    }

    static OpenDocument of(SourceText source) {
        return new OpenDocument(source, DocumentTree.of(source));
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
        Optional<Part> list = written(section);
        return list.isPresent() && list.get() instanceof Part.Sequence sequence
                ? (int) sequence.elements().stream()
                        .filter(Part.Element::counted)
                        .count()
                : 0;
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
        replace(start, end, yaml);
    }

    private void replace(int start, int end, String yaml) {
        boolean done =
                tree.isPresent() ? replace(root, start, yaml) : !isReadable() && unread.replaces(start, end, yaml);
        if (!done) {
            throw refusal(start, "there is no single value here that could be replaced");
        }
        touch();
    }

    private boolean replace(Slot slot, int start, String yaml) {
        if (slot.isRemoved()) {
            return true;
        }
        return switch (slot.value().orElseThrow()) {
            case Draft.Written(Part part) -> {
                boolean here = isAt(part, start);
                if (here) {
                    slot.set(new Draft.Raw(yaml));
                }
                yield here;
            }
            case Draft.Sequence(var from, var slots) -> slots.stream().anyMatch(each -> inside(each, start, yaml));
            case Draft.Mapping(var from, var slots) -> slots.stream().anyMatch(each -> inside(each, start, yaml));
            case Draft.Scalar scalar -> replaceAgain(slot, start, yaml);
            case Draft.Raw raw -> replaceAgain(slot, start, yaml);
        };
    }

    private static boolean replaceAgain(Slot slot, int start, String yaml) {
        boolean here = slot.origin().isPresent() && isAt(slot.origin().get().value(), start);
        if (here) {
            slot.set(new Draft.Raw(yaml));
        }
        return here;
    }

    private boolean inside(Slot slot, int start, String yaml) {
        boolean contains = slot.origin()
                .filter(origin -> start >= origin.start() && start <= origin.end())
                .isPresent();
        if (!contains) {
            return false;
        }
        boolean key = slot.origin()
                .flatMap(Slot.Origin::pair)
                .filter(pair -> isAt(pair.key(), start))
                .isPresent();
        if (key) {
            slot.renameAs(yaml);
        }
        return key || replace(slot, start, yaml);
    }

    private static boolean isAt(Part part, int start) {
        return part.extent().start() == start || part.extent().value() == start;
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
            text = verified(withRoot()).orElseThrow(this::damaged);
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
        Optional<DocumentTree> now = text.equals(source.text()) ? tree : DocumentTree.ofText(text);
        boolean holds = now.filter(there -> Sameness.holds(root, there.root())).isPresent();
        return holds ? Optional.of(text) : Optional.empty();
    }

    private IllegalStateException damaged() {
        return new IllegalStateException("an edit would have damaged " + source.name());
    }

    private String withRoot() {
        String text = source.text();
        if (root.value().isEmpty()) {
            return text;
        }
        DocumentStyle style = new DocumentStyle("\n", 2, 2, false);
        ValueText.Lines lines =
                new ValueText(style, true).ofElement(root.value().get(), 0);
        String begun = text.isEmpty() || Scan.isBreak(text.charAt(text.length() - 1)) ? text : text + "\n";
        StringBuilder whole = new StringBuilder(begun).append(lines.head()).append('\n');
        lines.body().forEach(line -> whole.append(line).append('\n'));
        return whole.toString();
    }
}
