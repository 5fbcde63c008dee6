package dev.lamina.model.edit;

import dev.lamina.model.edit.Draft.Mapping;
import dev.lamina.model.edit.Draft.Quoted;
import dev.lamina.model.edit.Draft.Raw;
import dev.lamina.model.edit.Draft.Scalar;
import dev.lamina.model.edit.Draft.Sequence;
import dev.lamina.model.edit.Draft.Written;
import dev.lamina.model.edit.Slot.Origin;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Part.Extent;
import dev.lamina.model.yaml.Scan;
import java.util.List;
import java.util.Optional;

/// Turns what changed in a document into changes of its text. Only slots that somebody looked into are
/// looked at.
final class Layout {
    private final String text;
    private final ValueText values;
    private final Splices splices = new Splices();
    private final String newline;
    private final BlockLayout block;
    private final FlowLayout flow;

    /// @param careful whether blank lines and comments go along with what they could change the meaning of,
    ///     and texts are written on one line: for odd documents
    Layout(String text, Part root, boolean careful) {
        DocumentStyle style = DocumentStyle.of(text, root);
        this.text = text;
        this.newline = style.newline();
        // Without an end of its last line a literal text at the end of the file would lose its own.
        boolean literals = !careful && Scan.isBreak(text.charAt(text.length() - 1));
        this.values = new ValueText(style, literals);
        this.block = new BlockLayout(text, this, values, splices, careful);
        this.flow = new FlowLayout(text, this, values, splices);
    }

    /// Empty when two changes of the text get into each other's way.
    Optional<String> render(Slot root) {
        slot(root, false);
        return splices.applyTo(text);
    }

    /// @param inFlow whether the slot stands between brackets
    void slot(Slot slot, boolean inFlow) {
        if (slot.isUntouched()) {
            return;
        }
        Origin origin = slot.origin().orElseThrow();
        if (slot.isRenamed() || slot.rawName().isPresent()) {
            rename(slot, origin, inFlow);
        }
        switch (slot.value().orElseThrow()) {
            case Written written -> {}
            case Scalar scalar -> replace(origin, scalar, inFlow);
            case Raw raw -> replace(origin, raw, inFlow);
            case Quoted quoted -> replace(origin, quoted, inFlow);
            case Sequence sequence
            when sequence.from() == origin.value() -> {
                if (sequence.from().flow() && !opens(sequence, inFlow)) {
                    flow.sequence(sequence);
                } else if (anyKept(sequence.slots()) || block.refills(sequence, origin)) {
                    if (live(sequence.slots()).isEmpty()) {
                        splices.insert(headEnd(origin), " []");
                    }
                    block.sequence(sequence, origin);
                } else {
                    replace(origin, new Sequence(null, live(sequence.slots())), inFlow);
                }
            }
            case Mapping mapping
            when mapping.from() == origin.value() -> {
                if (mapping.from().flow()) {
                    flow.mapping(mapping);
                } else if (anyKept(mapping.slots())) {
                    block.mapping(mapping);
                } else {
                    replace(origin, new Mapping(null, live(mapping.slots())), inFlow);
                }
            }
            case Sequence sequence -> replace(origin, sequence, inFlow);
            case Mapping mapping -> replace(origin, mapping, inFlow);
        }
    }

    /// Whether an empty list such as `services: []` gets elements that are read better in lines of their
    /// own.
    private static boolean opens(Sequence sequence, boolean inFlow) {
        return !inFlow
                && sequence.slots().stream().allMatch(slot -> slot.origin().isEmpty())
                && sequence.slots().stream().anyMatch(slot -> !(slot.value().orElseThrow() instanceof Scalar));
    }

    private static boolean anyKept(List<Slot> slots) {
        return slots.stream().anyMatch(Slot::isKept);
    }

    static List<Slot> live(List<Slot> slots) {
        return slots.stream().filter(slot -> !slot.isRemoved()).toList();
    }

    private void rename(Slot slot, Origin origin, boolean inFlow) {
        Part key = origin.pair().orElseThrow().key();
        Part.Style style = key instanceof Part.Scalar scalar ? scalar.style() : Part.Style.PLAIN;
        String name = slot.rawName().orElseGet(() -> ScalarText.of(slot.name(), style, inFlow));
        splices.replace(key.extent().value(), key.extent().end(), name);
    }

    private void replace(Origin at, Draft value, boolean inFlow) {
        Extent old = at.value().extent();
        if (inFlow) {
            put(at, old, inFlow(at, value));
            return;
        }
        ValueText.Lines lines = lines(at, value);
        if (isBelow(at)) {
            int head = headEnd(at);
            boolean literal = !lines.head().isEmpty() && !lines.body().isEmpty();
            splices.insert(head, lines.head().isEmpty() ? "" : " " + lines.head());
            // What stands between the key and its value stays, unless it would become part of a literal text.
            int from = literal ? Scan.lineEnd(text, head) : Scan.previousEnd(text, Scan.lineStart(text, old.value()));
            splices.remove(from, Scan.lineEnd(text, old.end()));
        } else if (at.value() instanceof Part.Scalar scalar && scalar.style().isBlock()) {
            int header = Scan.blockHeaderEnd(text, old.value());
            put(at, new Extent(old.start(), old.value(), header, old.anchor(), old.tagged()), lines.head());
            splices.remove(Scan.lineEnd(text, header), old.end());
        } else {
            put(at, old, lines.head());
        }
        insertLines(Scan.lineEnd(text, old.end()), lines.body());
    }

    private static String inFlow(ValueText values, Origin at, Draft value) {
        boolean text = value instanceof Scalar(Object scalar) && scalar instanceof String;
        return text && at.value() instanceof Part.Scalar old ? values.flow(value, old.style()) : values.flow(value);
    }

    private String inFlow(Origin at, Draft value) {
        String written = inFlow(values, at, value);
        boolean colon = at.pair().map(pair -> pair.colon() >= 0).orElse(true);
        return colon ? written : ": " + written;
    }

    private ValueText.Lines lines(Origin at, Draft value) {
        if (value instanceof Scalar(String changed)
                && at.value() instanceof Part.Scalar old
                && old.type() == Part.Type.TEXT
                && changed.indexOf('\n') < 0) {
            return new ValueText.Lines(ScalarText.of(changed, old.style(), false), List.of());
        }
        int column = column(at.start());
        if (at.pair().isPresent()) {
            return values.ofKey(value, column);
        }
        boolean anchored = !at.value().extent().anchor().isEmpty();
        return anchored ? values.belowDash(value, column + 2) : values.ofElement(value, elementColumn(at));
    }

    private int elementColumn(Origin at) {
        int value = at.value().extent().value();
        return value > at.head() ? column(value) : column(at.start()) + 2;
    }

    /// Whether the value is a list or mapping in lines of its own, below its key.
    private boolean isBelow(Origin at) {
        boolean block = switch (at.value()) {
            case Part.Sequence sequence -> !sequence.flow();
            case Part.Mapping mapping -> !mapping.flow();
            default -> false;
        };
        int value = at.value().extent().value();
        return block && Scan.lineStart(text, value) > at.head();
    }

    /// Behind the colon or dash, and the anchor if it stands there.
    private int headEnd(Origin at) {
        Extent value = at.value().extent();
        int end = value.value();
        if (value.start() == value.value() || Scan.lineStart(text, value.start()) > at.head()) {
            return at.head();
        }
        int line = Scan.lineEnd(text, value.start());
        int comment = text.substring(value.start(), Math.min(line, end)).indexOf(" #");
        end = comment < 0 ? Math.min(line, end) : value.start() + comment;
        while (Scan.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Puts a text in the place of a value on the lines of its key or dash. An anchor stays, a tag does
    /// not.
    private void put(Origin at, Extent old, String head) {
        int from = old.value();
        String written = head;
        if (old.tagged()) {
            from = old.start();
            written = old.anchor().isEmpty() ? head : "&" + old.anchor() + " " + head;
        }
        boolean colonless = at.pair().map(pair -> pair.colon() < 0).orElse(false);
        if (colonless) {
            splices.insert(at.head(), written);
            return;
        }
        if (head.isEmpty()) {
            from = withoutBlanks(from, at.head());
        } else if (from == old.end() && from > 0 && !Scan.isSpace(text.charAt(from - 1))) {
            written = " " + written;
        }
        splices.replace(from, old.end(), written);
    }

    private int withoutBlanks(int from, int least) {
        int at = from;
        while (at > least && Scan.isBlank(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /// @param lineEnd the end of the line below which they come
    void insertLines(int lineEnd, List<String> lines) {
        for (String line : lines) {
            splices.insert(lineEnd, newline + line);
        }
    }

    int column(int at) {
        return Scan.column(text, at);
    }

    String newline() {
        return newline;
    }
}
