package dev.lamina.app.studio.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Finds the components of the document before again, so that what is on the screen stays, with its focus.
final class CardMatcher {
    private long next = CardReader.NOBODY + 1;

    /// Gives cards the numbers of those before where they are the same components.
    ///
    /// @param now the cards of the document as it is, without numbers
    /// @return the same with numbers; others get new ones
    List<Card> match(List<Card> before, List<Card> now) {
        Set<Long> free = new HashSet<>();
        before.forEach(card -> free.add(card.id()));
        List<Card> found = new ArrayList<>(now);
        claim(found, before, free, card -> List.of(card.place().lane(), card.title()));
        claim(found, before, free, Card::title); // moved to another lane
        claim(found, before, free, Card::place); // has another name now
        found.replaceAll(card -> card.id() == CardReader.NOBODY ? card.numbered(next++) : card);
        return List.copyOf(found);
    }

    /// Gives those cards that have no number yet the numbers of the cards before that are the same by some
    /// measure.
    private static void claim(List<Card> cards, List<Card> before, Set<Long> free, Function<Card, Object> measure) {
        Map<Object, List<Long>> known = new HashMap<>();
        before.stream()
                .filter(card -> free.contains(card.id()))
                .forEach(card -> known.computeIfAbsent(measure.apply(card), key -> new ArrayList<>())
                        .addLast(card.id()));
        if (known.isEmpty()) {
            return;
        }
        cards.replaceAll(card -> {
            List<Long> same = card.id() == CardReader.NOBODY ? known.get(measure.apply(card)) : null;
            if (same == null || same.isEmpty()) {
                return card;
            }
            long id = same.removeFirst();
            free.remove(id);
            return card.numbered(id);
        });
    }
}
