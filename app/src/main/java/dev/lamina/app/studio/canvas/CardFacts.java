package dev.lamina.app.studio.canvas;

import java.util.List;
import java.util.Optional;

/// What a card shows beside the words of the document itself.
///
/// @param size of the image or file, for people; empty when nobody knows
record CardFacts(
        List<Badge> badges,
        Optional<Trouble> trouble,
        Optional<Exposed> exposed,
        Optional<String> size,
        Optional<String> note) {
    static final CardFacts NONE =
            new CardFacts(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    CardFacts {
        badges = List.copyOf(badges);
    }

    CardFacts withNote(Optional<String> other) {
        return note.equals(other) ? this : new CardFacts(badges, trouble, exposed, size, other);
    }
}
