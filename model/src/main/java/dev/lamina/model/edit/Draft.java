package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value of a document while edits are made: what was written, or what an edit gave.
sealed interface Draft {

    /// The part that this value still is, though what is in it may have changed.
    default Optional<Part> origin() {
        return Optional.empty();
    }

    /// As it was written.
    record Written(Part part) implements Draft {
        @Override
        public Optional<Part> origin() {
            return Optional.of(part);
        }
    }

    /// @param value a text, a truth or a whole number
    record Scalar(Object value) implements Draft {}

    /// @param yaml text that nobody here reads
    record Raw(String yaml) implements Draft {}

    /// What was written elsewhere.
    record Quoted(Excerpt excerpt) implements Draft {}

    record Sequence(Part.@Nullable Sequence from, List<Slot> slots) implements Draft {
        @Override
        public Optional<Part> origin() {
            return Optional.ofNullable(from);
        }
    }

    record Mapping(Part.@Nullable Mapping from, List<Slot> slots) implements Draft {
        @Override
        public Optional<Part> origin() {
            return Optional.ofNullable(from);
        }
    }

    static Draft of(Part part) {
        return switch (part) {
            case Part.Scalar scalar -> new Written(scalar);
            case Part.Alias alias -> new Written(alias);
            case Part.Sequence sequence -> {
                List<Slot> slots = new ArrayList<>();
                sequence.elements().forEach(element -> slots.add(Slot.of(element)));
                yield new Sequence(sequence, slots);
            }
            case Part.Mapping mapping -> {
                List<Slot> slots = new ArrayList<>();
                mapping.pairs().forEach(pair -> slots.add(Slot.of(pair)));
                yield new Mapping(mapping, slots);
            }
        };
    }

    /// A value of an [Edit].
    static Draft of(Object value) {
        return switch (value) {
            case Draft made -> made;
            case String text -> new Scalar(text);
            case Boolean truth -> new Scalar(truth);
            case Long number -> new Scalar(number);
            case Integer number -> new Scalar(number.longValue());
            case List<?> list -> {
                List<Slot> slots = new ArrayList<>();
                list.forEach(element -> slots.add(Slot.of("", element)));
                yield new Sequence(null, slots);
            }
            case Map<?, ?> map -> {
                List<Slot> slots = new ArrayList<>();
                map.forEach((key, element) -> slots.add(Slot.of(key.toString(), element)));
                yield new Mapping(null, slots);
            }
            default -> throw new IllegalArgumentException("no value of a document: " + value.getClass());
        };
    }
}
