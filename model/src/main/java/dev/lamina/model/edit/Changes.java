package dev.lamina.model.edit;

import dev.lamina.model.edit.Draft.Mapping;
import dev.lamina.model.edit.Draft.Sequence;
import dev.lamina.model.edit.Matching.Match;
import dev.lamina.model.problem.InvalidCompositionException;
import dev.lamina.model.yaml.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes the changes of single edits to the values of a document.
final class Changes {
    private final OpenDocument document;
    private final String path;

    /// @param path the path as whoever made the edit knows it
    Changes(OpenDocument document, String path) {
        this.document = document;
        this.path = path;
    }

    /// Gives a slot its value; what is in both stays as it is written.
    void set(Slot slot, Object value) {
        document.touch(slot);
        @Nullable Part old = slot.origin().map(Slot.Origin::value).orElse(null);
        if (old == null) {
            slot.set(Draft.of(value));
            return;
        }
        document.sharing().enter(old, path);
        if (old instanceof Part.Sequence sequence && value instanceof List<?> list) {
            setElements(sequence, (Sequence) slot.reset(old), list);
        } else if (old instanceof Part.Mapping mapping && mapping.plain() && value instanceof Map<?, ?> map) {
            setKeys((Mapping) slot.reset(old), map);
        } else if (Sameness.same(old, value)) {
            slot.reset(old);
        } else {
            document.sharing().drop(old.extent().start(), old.extent().end(), path);
            slot.set(Draft.of(value));
        }
    }

    /// Gives a slot a value in place of all that it has.
    void put(Slot slot, Draft value) {
        document.touch(slot);
        slot.origin().ifPresent(origin -> {
            document.sharing().enter(origin.value(), path);
            Part.Extent old = origin.value().extent();
            document.sharing().drop(old.start(), old.end(), path);
        });
        slot.set(value);
    }

    void note(Walk.Found found, String text) {
        Slot slot = found.slot();
        if (NoteText.isPlace(document.source().text(), found)) {
            document.touch(slot);
            slot.note(text);
        } else if (!text.isBlank()) {
            Slot list = found.holder();
            List<Draft> opened = Brackets.opened(document.source().text(), found, text)
                    .orElseThrow(
                            () -> refusal(slot, path + " stands between brackets, where no note can stand above it"));
            put(list, Draft.of(opened));
        }
    }

    private void setElements(Part.Sequence old, Sequence sequence, List<?> values) {
        List<Slot> before = List.copyOf(sequence.slots());
        List<Part> parts = old.elements().stream().map(Part.Element::value).toList();
        List<Match> matches = new ArrayList<>(Matching.of(parts, values, Sameness::same));
        matches.add(new Match(before.size(), values.size()));
        sequence.slots().clear();
        int from = 0;
        int next = 0;
        for (Match match : matches) {
            for (; from < match.before() || next < match.after(); ) {
                if (from == match.before()) {
                    sequence.slots().add(Slot.of("", value(values, next++)));
                } else {
                    Slot slot = before.get(from++);
                    sequence.slots().add(slot);
                    if (next < match.after() && !(parts.get(from - 1) instanceof Part.Alias)) {
                        set(slot, value(values, next++));
                    } else {
                        remove(slot);
                    }
                }
            }
            if (from < before.size()) {
                sequence.slots().add(before.get(from));
            }
            from = match.before() + 1;
            next = match.after() + 1;
        }
    }

    private static Object value(List<?> values, int index) {
        return values.get(index);
    }

    private void setKeys(Mapping mapping, Map<?, ?> values) {
        Set<Object> left = new HashSet<>(values.keySet());
        for (Slot slot : mapping.slots()) {
            if (!slot.isMerge() && left.remove(slot.name())) {
                set(slot, Objects.requireNonNull(values.get(slot.name())));
            } else {
                remove(slot);
            }
        }
        values.forEach((key, value) -> {
            if (left.contains(key)) {
                mapping.slots().add(Slot.of(key.toString(), value));
            }
        });
    }

    void remove(Slot slot) {
        document.touch(slot);
        slot.origin().ifPresent(origin -> document.sharing().drop(origin.start(), origin.end(), path));
        slot.remove();
    }

    void append(Slot slot, Object value) {
        list(slot).slots().add(Slot.of("", value));
    }

    /// @param index in the list that the composition has
    void insert(Walk.Found found, Object value, int index) {
        Slot slot = found.slot();
        Sequence list = list(slot);
        List<Slot> slots = list.slots();
        List<Slot> counted = found.counted(document, list);
        if (index > counted.size()) {
            throw refusal(slot, "there is no " + path + " in front of which something could be put");
        }
        int at = index == counted.size() ? slots.size() : slots.indexOf(counted.get(index));
        slots.add(at, Slot.of("", value));
    }

    /// The list that something is added to, a new one when there is none.
    private Sequence list(Slot slot) {
        document.touch(slot);
        boolean none = slot.isRemoved() || slot.value().map(Walk::isNothing).orElse(true);
        if (none) {
            slot.set(Draft.of(List.of()));
        }
        Draft list = slot.value().orElseThrow();
        if (!none) {
            slot.origin()
                    .map(Slot.Origin::value)
                    .ifPresent(part -> document.sharing().enter(part, path));
        }
        if (list instanceof Sequence sequence) {
            return sequence;
        }
        throw refusal(slot, path + " is no list");
    }

    private InvalidCompositionException refusal(Slot slot, String message) {
        return document.refusal(slot.origin().map(Slot.Origin::start).orElse(0), message);
    }

    void rename(Walk.Found found, String name) {
        Slot slot = found.slot();
        document.touch(slot);
        boolean taken = found.siblings().stream()
                .anyMatch(
                        each -> each != slot && !each.isRemoved() && each.name().equals(name));
        if (taken) {
            throw refusal(slot, "%s cannot be renamed, as there is a key %s already".formatted(path, name));
        }
        if (slot.name().isEmpty()) {
            throw refusal(slot, path + " is no key");
        }
        slot.origin()
                .flatMap(Slot.Origin::pair)
                .ifPresent(pair -> document.sharing().enter(pair.key(), path));
        slot.rename(name);
    }
}
