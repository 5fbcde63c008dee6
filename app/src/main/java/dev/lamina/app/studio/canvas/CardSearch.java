package dev.lamina.app.studio.canvas;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Finds cards by the words on them, and goes from one to the next.
final class CardSearch {
    private final CanvasViewModel model;
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Card>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Card>> current = new ReadOnlyObjectWrapper<>(Optional.empty());

    CardSearch(CanvasViewModel model) {
        this.model = model;
        query.subscribe(words -> search());
        model.cards().subscribe(cards -> search());
    }

    /// What is looked for; empty when nothing is.
    StringProperty query() {
        return query;
    }

    /// In boot order.
    ReadOnlyObjectProperty<List<Card>> found() {
        return found.getReadOnlyProperty();
    }

    /// The one that the user is at.
    ReadOnlyObjectProperty<Optional<Card>> current() {
        return current.getReadOnlyProperty();
    }

    boolean active() {
        return !query.get().isBlank();
    }

    /// The numbers of the cards that were found.
    Set<Long> ids() {
        return found.get().stream().map(Card::id).collect(Collectors.toSet());
    }

    /// Which of those found the current one is, counted from 1; 0 when nothing was found.
    int position() {
        return current.get().map(found.get()::indexOf).orElse(-1) + 1;
    }

    void next() {
        step(1);
    }

    void previous() {
        step(-1);
    }

    private void step(int by) {
        int size = found.get().size();
        if (size > 0) {
            int index = Math.floorMod(position() - 1 + by, size);
            current.set(Optional.of(found.get().get(index)));
        }
    }

    private void search() {
        String words = query.get().strip().toLowerCase(Locale.ROOT);
        Optional<Long> before = current.get().map(Card::id);
        found.set(
                words.isEmpty()
                        ? List.of()
                        : model.cards().get().stream()
                                .filter(card -> matches(card, words))
                                .toList());
        current.set(found.get().stream()
                .filter(card -> before.equals(Optional.of(card.id())))
                .findFirst()
                .or(() -> found.get().stream().findFirst()));
    }

    private static boolean matches(Card card, String words) {
        String all = String.join(
                "\n",
                card.title(),
                card.detail(),
                card.note().orElse(""),
                card.facts().badges().stream().map(Badge::text).collect(Collectors.joining("\n")));
        return all.toLowerCase(Locale.ROOT).contains(words);
    }
}
