package dev.lamina.model.edit;

import dev.lamina.model.yaml.Part;
import java.util.List;

/// Puts other text in the place of a key or a single value that is known by where it begins.
///
/// @param start offset of its anchor, its quote or its first letter
record Replacement(int start, String yaml) {

    /// Whether it was found, or lies in what has been removed.
    boolean in(Slot slot) {
        if (slot.isRemoved()) {
            return true;
        }
        return switch (slot.value().orElseThrow()) {
            case Draft.Sequence(Part.Sequence from, List<Slot> slots) ->
                slots.stream().anyMatch(this::inside);
            case Draft.Mapping(Part.Mapping from, List<Slot> slots) ->
                slots.stream().anyMatch(this::inside);
            default -> single(slot);
        };
    }

    private boolean single(Slot slot) {
        boolean here = slot.origin().map(origin -> isAt(origin.value())).orElse(false);
        if (here) {
            slot.set(new Draft.Raw(yaml));
        }
        return here;
    }

    private boolean inside(Slot slot) {
        boolean contains = slot.origin()
                .filter(origin -> start >= origin.start() && start <= origin.end())
                .isPresent();
        if (!contains) {
            return false;
        }
        boolean key = slot.origin()
                .flatMap(Slot.Origin::pair)
                .map(pair -> isAt(pair.key()))
                .orElse(false);
        if (key) {
            slot.renameAs(yaml);
        }
        return key || in(slot);
    }

    private boolean isAt(Part part) {
        return part.extent().start() == start || part.extent().value() == start;
    }
}
