package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Compares values of documents, wherever and however they are written.
final class Sameness {
    private Sameness() {}

    /// Whether a document has what the edits should have made of another.
    static boolean holds(Slot slot, Part now) {
        if (slot.isUntouched()) {
            return same(slot.origin().orElseThrow().value(), now);
        }
        return switch (slot.value().orElseThrow()) {
            case Draft.Written written -> same(written.part(), now);
            case Draft.Scalar scalar -> same(now, scalar.value());
            case Draft.Raw raw -> true;
            case Draft.Quoted quoted -> same(quoted.excerpt().value(), now);
            case Draft.Sequence sequence -> now instanceof Part.Sequence list && elements(sequence, list);
            case Draft.Mapping mapping -> now instanceof Part.Mapping map && pairs(mapping, map);
        };
    }

    private static boolean elements(Draft.Sequence sequence, Part.Sequence now) {
        List<Slot> slots = Layout.live(sequence.slots());
        if (slots.size() != now.elements().size()) {
            return false;
        }
        for (int i = 0; i < slots.size(); i++) {
            if (!holds(slots.get(i), now.elements().get(i).value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean pairs(Draft.Mapping mapping, Part.Mapping now) {
        List<Slot> slots = Layout.live(mapping.slots());
        if (slots.size() != now.pairs().size()) {
            return false;
        }
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            Part.Pair pair = now.pairs().get(i);
            if (!(key(slot, pair.key()) && holds(slot, pair.value()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean key(Slot slot, Part now) {
        if (slot.rawName().isPresent()) {
            return true;
        }
        boolean written = slot.origin().isPresent() && !slot.isRenamed();
        return written ? same(slot.origin().get().pair().orElseThrow().key(), now) : same(now, slot.name());
    }

    static boolean same(Part a, Part b) {
        if (!a.extent().anchor().equals(b.extent().anchor())) {
            return false;
        }
        return switch (a) {
            case Part.Scalar one ->
                b instanceof Part.Scalar other
                        && one.type() == other.type()
                        && (one.type() == Part.Type.NOTHING || one.text().equals(other.text()));
            case Part.Alias one -> b instanceof Part.Alias other && one.name().equals(other.name());
            case Part.Sequence one -> b instanceof Part.Sequence other && sameElements(one, other);
            case Part.Mapping one -> b instanceof Part.Mapping other && samePairs(one, other);
        };
    }

    private static boolean sameElements(Part.Sequence a, Part.Sequence b) {
        boolean same = a.elements().size() == b.elements().size();
        for (int i = 0; same && i < a.elements().size(); i++) {
            same = same(a.elements().get(i).value(), b.elements().get(i).value());
        }
        return same;
    }

    private static boolean samePairs(Part.Mapping a, Part.Mapping b) {
        boolean same = a.pairs().size() == b.pairs().size();
        for (int i = 0; same && i < a.pairs().size(); i++) {
            Part.Pair one = a.pairs().get(i);
            Part.Pair other = b.pairs().get(i);
            same = same(one.key(), other.key()) && same(one.value(), other.value());
        }
        return same;
    }

    /// Whether a value is written that an [Edit] gives; of mappings in any order.
    static boolean same(Part part, Object value) {
        return switch (part) {
            case Part.Alias alias -> same(alias.target(), value);
            case Part.Scalar scalar -> sameScalar(scalar, value);
            case Part.Sequence sequence -> value instanceof List<?> list && sameList(sequence, list);
            case Part.Mapping mapping -> value instanceof Map<?, ?> map && sameMap(mapping, map);
        };
    }

    private static boolean sameScalar(Part.Scalar scalar, Object value) {
        return switch (value) {
            case String text -> scalar.type() == Part.Type.TEXT && scalar.text().equals(text);
            case Boolean truth ->
                scalar.type() == Part.Type.TRUTH && scalar.text().equalsIgnoreCase(truth.toString());
            case Long number ->
                scalar.type() == Part.Type.NUMBER && scalar.text().equals(number.toString());
            case Integer number ->
                scalar.type() == Part.Type.NUMBER && scalar.text().equals(number.toString());
            default -> false;
        };
    }

    private static boolean sameList(Part.Sequence sequence, List<?> list) {
        boolean same = sequence.elements().size() == list.size();
        for (int i = 0; same && i < list.size(); i++) {
            same = same(sequence.elements().get(i).value(), list.get(i));
        }
        return same;
    }

    private static boolean sameMap(Part.Mapping mapping, Map<?, ?> map) {
        Set<String> seen = new HashSet<>();
        for (Part.Pair pair : mapping.pairs()) {
            @Nullable Object value = map.get(pair.name());
            if (value == null || pair.merges() || !seen.add(pair.name()) || !same(pair.value(), value)) {
                return false;
            }
        }
        return seen.size() == map.size();
    }
}
