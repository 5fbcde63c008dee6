package dev.lamina.model.edit;

import dev.lamina.model.edit.Draft.Mapping;
import dev.lamina.model.edit.Draft.Sequence;
import dev.lamina.model.edit.Slot.Origin;
import dev.lamina.model.yaml.Part;
import dev.lamina.model.yaml.Scan;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lists and mappings between brackets.
final class FlowLayout {
    private final String text;
    private final Layout layout;
    private final ValueText values;
    private final Splices splices;

    FlowLayout(String text, Layout layout, ValueText values, Splices splices) {
        this.text = text;
        this.layout = layout;
        this.values = values;
        this.splices = splices;
    }

    void sequence(Sequence sequence) {
        Part.Style style = quotes(Objects.requireNonNull(sequence.from()).elements().stream()
                .map(Part.Element::value)
                .toList());
        Part.Extent at = sequence.from().extent();
        new Changes(at, sequence.slots(), slot -> values.flow(slot.value().orElseThrow(), style)).make();
    }

    void mapping(Mapping mapping) {
        Part.Style style = quotes(Objects.requireNonNull(mapping.from()).pairs().stream()
                .map(Part.Pair::key)
                .toList());
        Part.Extent at = mapping.from().extent();
        new Changes(at, mapping.slots(), slot -> values.flowPair(slot, style)).make();
    }

    /// The quotes that all neighbours have, if they have the same ones; those of JSON must stay JSON.
    private Part.Style quotes(List<Part> neighbours) {
        List<Part.Style> styles =
                neighbours.stream().map(FlowLayout::quotes).distinct().toList();
        boolean quoted = styles.size() == 1
                && (styles.getFirst() == Part.Style.DOUBLE_QUOTED || styles.getFirst() == Part.Style.SINGLE_QUOTED);
        return quoted ? styles.getFirst() : values.quotes();
    }

    private static Part.Style quotes(Part part) {
        return part instanceof Part.Scalar scalar ? scalar.style() : Part.Style.PLAIN;
    }

    /// The changes of one list or mapping, from left to right.
    private final class Changes {
        private final Part.Extent whole;
        private final List<Slot> slots;
        private final Function<Slot, String> written;

        Changes(Part.Extent whole, List<Slot> slots, Function<Slot, String> written) {
            this.whole = whole;
            this.slots = slots;
            this.written = written;
        }

        void make() {
            List<Slot> kept = slots.stream().filter(Slot::isKept).toList();
            if (kept.isEmpty()) {
                refill();
                return;
            }
            kept.forEach(slot -> layout.slot(slot, true));
            @Nullable Origin last = null;
            for (int i = 0; i < slots.size(); ) {
                int end = i + 1;
                Slot slot = slots.get(i);
                if (slot.isKept()) {
                    last = origin(slot);
                } else {
                    while (end < slots.size() && !slots.get(end).isKept()) {
                        end++;
                    }
                    between(last, slots.subList(i, end), end < slots.size() ? origin(slots.get(end)) : null);
                }
                i = end;
            }
        }

        private static Origin origin(Slot slot) {
            return slot.origin().orElseThrow();
        }

        /// None of the old elements stays.
        private void refill() {
            String all = slots.stream()
                    .filter(slot -> !slot.isRemoved())
                    .map(written)
                    .collect(Collectors.joining(", "));
            List<Origin> old =
                    slots.stream().flatMap(slot -> slot.origin().stream()).toList();
            if (old.isEmpty()) {
                splices.insert(whole.value() + 1, all);
            } else if (all.isEmpty()) {
                splices.remove(whole.value() + 1, whole.end() - 1);
            } else {
                splices.replace(
                        old.getFirst().start(),
                        Math.max(old.getLast().end(), commaBehind(old.getLast().end())),
                        all);
            }
        }

        /// New and removed slots between two that stay.
        private void between(@Nullable Origin before, List<Slot> run, @Nullable Origin after) {
            List<Origin> gone =
                    run.stream().flatMap(slot -> slot.origin().stream()).toList();
            List<String> added =
                    run.stream().filter(slot -> !slot.isRemoved()).map(written).toList();
            boolean ownLines = before != null && isOnOwnLine(before);
            if (before == null) {
                addFirst(added, after);
            } else if (ownLines && !added.isEmpty()) {
                int end = gone.isEmpty() ? before.end() : gone.getLast().end();
                addLines(before, added, after != null || commaBehind(end) >= 0);
            } else {
                added.forEach(element -> splices.insert(before.end(), ", " + element));
            }
            if (!gone.isEmpty()) {
                boolean last = after == null && !(ownLines && !added.isEmpty());
                remove(before, gone.getFirst().start(), gone.getLast().end(), after, last);
            }
        }

        private boolean isOnOwnLine(Origin element) {
            return Scan.isFirstOnLine(text, element.start())
                    && endsLine(Math.max(commaBehind(element.end()), element.end()));
        }

        private void addFirst(List<String> added, @Nullable Origin after) {
            int start = Objects.requireNonNull(after).start();
            String gap = Scan.isFirstOnLine(text, start) ? newLine(start) : " ";
            added.forEach(element -> splices.insert(start, element + "," + gap));
        }

        /// @param comma whether the last one is followed by a comma
        private void addLines(Origin before, List<String> added, boolean comma) {
            if (commaBehind(before.end()) < 0) {
                splices.insert(before.end(), ",");
            }
            String lines = added.stream()
                    .map(element -> newLine(before.start()) + element)
                    .collect(Collectors.joining(",", "", comma ? "," : ""));
            splices.insert(Scan.lineEnd(text, before.end()), lines);
        }

        /// @param last whether nothing follows
        private void remove(@Nullable Origin before, int start, int end, @Nullable Origin after, boolean last) {
            int comma = commaBehind(end);
            if (Scan.isFirstOnLine(text, start) && endsLine(Math.max(comma, end))) {
                if (last && comma < 0 && before != null) {
                    splices.remove(before.end(), Math.max(commaBehind(before.end()), before.end()));
                }
                splices.remove(Scan.previousEnd(text, Scan.lineStart(text, start)), Scan.lineEnd(text, end));
            } else if (after != null && isSameLine(end, after.start())) {
                splices.remove(start, after.start());
            } else if (before != null && text.substring(before.end(), start).indexOf('#') < 0) {
                splices.remove(before.end(), end);
            } else if (before != null && comma < 0) {
                splices.remove(before.end(), commaBehind(before.end()));
                splices.remove(start, end);
            } else {
                splices.remove(start, Math.max(comma, end));
            }
        }

        private String newLine(int like) {
            int line = Scan.lineStart(text, like);
            return layout.newline() + text.substring(line, like);
        }
    }

    /// Behind the comma that follows; -1 when none does.
    private int commaBehind(int end) {
        int at = end;
        while (at < text.length()) {
            int next = Scan.skipSpaces(text, at);
            if (next < text.length() && text.charAt(next) == ',') {
                return next + 1;
            }
            boolean goesOn = next < text.length() && (Scan.isBreak(text.charAt(next)) || text.charAt(next) == '#');
            if (!goesOn) {
                return -1;
            }
            at = Scan.nextLine(text, Scan.lineEnd(text, next));
        }
        return -1;
    }

    private boolean endsLine(int from) {
        int at = Scan.skipSpaces(text, from);
        return at < text.length() && (Scan.isBreak(text.charAt(at)) || text.charAt(at) == '#' && at > from);
    }

    private boolean isSameLine(int from, int to) {
        return Scan.lineEnd(text, from) >= to;
    }
}
