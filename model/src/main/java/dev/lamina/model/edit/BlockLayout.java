package dev.lamina.model.edit;

import dev.lamina.model.edit.Draft.Mapping;
import dev.lamina.model.edit.Draft.Sequence;
import dev.lamina.model.edit.Slot.Origin;
import dev.lamina.model.yaml.Scan;
import java.util.ArrayList;
import java.util.List;

/// Lists and mappings whose elements stand in lines of their own; some element stays.
final class BlockLayout {
    private final String text;
    private final Layout layout;
    private final ValueText values;
    private final Splices splices;
    private final boolean careful;

    BlockLayout(String text, Layout layout, ValueText values, Splices splices, boolean careful) {
        this.careful = careful;
        this.text = text;
        this.layout = layout;
        this.values = values;
        this.splices = splices;
    }

    void sequence(Sequence sequence, Origin holder) {
        Origin first = firstOrigin(sequence.slots());
        int column = layout.column(first.start());
        int gap = gap(first);
        Changes changes = new Changes(sequence.slots(), true, slot -> {
            if (slot.value().orElseThrow() instanceof Draft.Quoted(Excerpt excerpt)) {
                return List.of(" ".repeat(column) + excerpt.at(column));
            }
            ValueText.Lines lines = values.ofElement(slot.value().orElseThrow(), column + gap);
            return labelled("-" + " ".repeat(gap - 1), lines, column);
        });
        changes.make(Scan.lineEnd(text, holder.head()));
    }

    /// Whether a list whose elements all move away, or make place for others, is changed line by line.
    boolean refills(Sequence sequence, Origin holder) {
        if (sequence.slots().stream().noneMatch(Slot::isMoved)) {
            return false;
        }
        Origin first = firstOrigin(sequence.slots());
        return Scan.isFirstOnLine(text, first.start()) && Scan.lineStart(text, first.start()) > holder.head();
    }

    /// From a dash to what stands behind it.
    private int gap(Origin element) {
        int value = element.value().extent().value();
        boolean beside = Scan.lineEnd(text, element.start()) >= value;
        return beside ? Math.clamp(value - element.start(), 2, 8) : 2;
    }

    void mapping(Mapping mapping) {
        int column = layout.column(firstOrigin(mapping.slots()).start());
        Changes changes = new Changes(mapping.slots(), false, slot -> {
            ValueText.Lines lines = values.ofKey(slot.value().orElseThrow(), column);
            return labelled(ValueText.key(slot), lines, column);
        });
        changes.make(0);
    }

    private static Origin firstOrigin(List<Slot> slots) {
        return slots.stream()
                .flatMap(slot -> slot.origin().stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> labelled(String label, ValueText.Lines value, int column) {
        List<String> lines = new ArrayList<>();
        lines.add(" ".repeat(column) + (label + value.head()).stripTrailing());
        lines.addAll(value.body());
        return lines;
    }

    private interface NewLines {
        List<String> of(Slot slot);
    }

    /// The changes of one list or mapping, from top to bottom.
    private final class Changes {
        private final List<Slot> slots;
        private final NewLines newLines;
        private final boolean list;
        private int top;
        private int lastEnd = -1;

        /// @param list whether they are the elements of a list
        Changes(List<Slot> slots, boolean list, NewLines newLines) {
            this.slots = slots;
            this.list = list;
            this.newLines = newLines;
        }

        /// @param before where lines come that stand in front of the first element
        void make(int before) {
            Origin first = firstOrigin(slots);
            int below = before;
            top = list ? before : -1;
            int done = beginsOnItsLine(first.start()) ? 0 : removeFirst(first);
            if (done > 0) {
                below = Scan.lineEnd(text, lastEnd);
            }
            for (Slot slot : slots.subList(done, slots.size())) {
                if (slot.origin().isEmpty()) {
                    add(slot, below, first);
                    continue;
                }
                Origin origin = slot.origin().get();
                if (slot.isRemoved()) {
                    remove(slot, origin);
                } else {
                    layout.slot(slot, false);
                    slot.note().ifPresent(note -> note(origin, note));
                }
                lastEnd = origin.end();
                below = Around.linesEnd(text, origin);
            }
        }

        /// Whether there is an end of a line to take out together with the line of this place.
        private boolean beginsOnItsLine(int at) {
            return Scan.isFirstOnLine(text, at) && Scan.previousEnd(text, Scan.lineStart(text, at)) >= 0;
        }

        /// Takes out the elements in front of the first that stays, when the first has no line of its own
        /// to be taken out with: the next one moves up. The number of slots that are done then.
        private int removeFirst(Origin first) {
            int stays = 0;
            int end = -1;
            while (slots.get(stays).isRemoved() || slots.get(stays).origin().isEmpty()) {
                end = slots.get(stays).origin().map(Origin::end).orElse(end);
                stays++;
            }
            if (end < 0) {
                return 0;
            }
            for (Slot slot : slots.subList(0, stays)) {
                if (slot.origin().isEmpty()) {
                    add(slot, 0, first);
                }
            }
            int from = Scan.isFirstOnLine(text, first.start()) ? Scan.lineStart(text, first.start()) : first.start();
            int next = Scan.lineEnd(text, end);
            splices.remove(from, from == first.start() ? skipBlankLines(next) : Scan.nextLine(text, next));
            lastEnd = end;
            return stays;
        }

        private void add(Slot slot, int below, Origin first) {
            if (slot.isRemoved()) {
                return;
            }
            List<String> lines = newLines.of(slot);
            if (!list && lastEnd < 0 && Scan.isFirstOnLine(text, first.start())) {
                int front = front(first);
                lines.forEach(line -> splices.insert(front, line + layout.newline()));
                splices.insert(front, isSpaced() ? layout.newline() : "");
                return;
            }
            splices.insert(below, !list && isSpaced() ? layout.newline() : "");
            if (lastEnd >= 0 || Scan.isFirstOnLine(text, first.start())) {
                layout.insertLines(below, lines);
                return;
            }
            // The list begins on the line of another dash.
            StringBuilder ahead = new StringBuilder(lines.getFirst().stripLeading());
            lines.stream()
                    .skip(1)
                    .forEach(line -> ahead.append(layout.newline()).append(line));
            ahead.append(layout.newline()).append(" ".repeat(layout.column(first.start())));
            splices.insert(first.start(), ahead.toString());
        }

        /// Whether the sections of a document stand apart, so that a new one should, too.
        private boolean isSpaced() {
            List<Origin> keys =
                    slots.stream().flatMap(slot -> slot.origin().stream()).toList();
            return !careful
                    && keys.size() > 1
                    && layout.column(keys.getFirst().start()) == 0
                    && keys.stream().skip(1).allMatch(key -> Around.hasBlank(text, key));
        }

        /// Where a key comes that stands in front of all: below the comments that the file begins with, above those of
        /// the first key.
        private int front(Origin first) {
            int line = Scan.lineStart(text, first.start());
            int comments = Around.first(text, line, -1);
            return Scan.previousEnd(text, comments) < 0 ? line : comments;
        }

        private void remove(Slot slot, Origin origin) {
            int line = Scan.lineStart(text, origin.start());
            int from = firstLine(slot, line);
            int end = Around.linesEnd(text, origin);
            splices.remove(Scan.previousEnd(text, from), careful ? carefulEnd(slot, end) : end);
        }

        /// Comments below are not those of an element that moves: they are never lost.
        private int carefulEnd(Slot slot, int end) {
            int blank = blankEnd(end);
            return slot.isMoved() && !text.substring(end, blank).isBlank() ? end : blank;
        }

        /// The first line that goes away with an element or a key.
        private int firstLine(Slot slot, int line) {
            if (lastEnd >= 0 || slot.isMoved()) {
                return Around.first(text, line, least());
            }
            return list ? Around.firstMarked(text, line, top) : line;
        }

        private int least() {
            return lastEnd < 0 ? top : Scan.lineEnd(text, lastEnd);
        }

        private void note(Origin origin, String words) {
            int line = Scan.lineStart(text, origin.start());
            String lines = NoteText.written(words, layout.column(origin.start()), layout.newline());
            NoteText.find(text, Around.first(text, line, least()), line)
                    .ifPresentOrElse(
                            old -> splices.replace(old.from(), old.to(), lines), () -> splices.insert(line, lines));
        }
    }

    /// Behind the last blank line or comment that follows.
    private int blankEnd(int end) {
        int next = Scan.skipBlank(text, end);
        return next == text.length() ? next : Math.max(end, Scan.previousEnd(text, Scan.lineStart(text, next)));
    }

    private int skipBlankLines(int from) {
        int at = from;
        while (at < text.length() && Scan.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
