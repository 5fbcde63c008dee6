package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Place;
import dev.lamina.app.studio.session.Selection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableSet;

/// Which card has the focus, and how clicks and keys select.
final class CanvasFocus {
    private final CanvasViewModel model;
    private final Selection selection;
    private final ObservableSet<Place> selected;
    private final ReadOnlyObjectWrapper<Optional<Card>> card = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Place> anchor = Optional.empty();

    CanvasFocus(CanvasViewModel model, Selection selection) {
        this.model = model;
        this.selection = selection;
        this.selected = selection.places();
        model.cards().subscribe(cards -> card.set(card.get().flatMap(this::again)));
    }

    /// The same component, or when it is gone the one that stands where it stood.
    private Optional<Card> again(Card old) {
        Place place = old.place();
        return model.card(old.id())
                .or(() -> model.at(place))
                .or(() -> model.at(new Place(place.lane(), model.count(place.lane()) - 1)));
    }

    /// The card that the focus is on or was on last; it goes with the component.
    ReadOnlyObjectProperty<Optional<Card>> card() {
        return card.getReadOnlyProperty();
    }

    /// In the order of the lanes.
    ObservableSet<Place> selected() {
        return selected;
    }

    void to(Place place) {
        card.set(model.at(place));
    }

    /// What an action is about: what is selected, or the card with the focus when nothing is.
    List<Place> meant() {
        return selected.isEmpty() ? card.get().map(Card::place).stream().toList() : List.copyOf(selected);
    }

    /// Selects one card alone.
    void choose(Place place) {
        to(place);
        anchor = Optional.of(place);
        selection.only(place);
    }

    /// Selects one card more, or no longer.
    void toggle(Place place) {
        to(place);
        anchor = Optional.of(place);
        selection.toggle(place);
    }

    /// Selects all from the card that was chosen last to this one.
    void extend(Place place, Steps steps) {
        Place from = anchor.filter(chosen -> model.at(chosen).isPresent())
                .or(() -> card.get().map(Card::place))
                .orElse(place);
        anchor = Optional.of(from);
        to(place);
        selection.only(steps.range(from, place));
    }

    /// Selects what a rubber band touches.
    ///
    /// @param kept what stays selected beside it
    void band(Collection<Place> touched, Collection<Place> kept) {
        TreeSet<Place> all = new TreeSet<>(kept);
        all.addAll(touched);
        if (!all.equals(new TreeSet<>(selected))) {
            selection.only(new ArrayList<>(all));
        }
    }

    void chooseAll() {
        selection.only(model.cards().get().stream().map(Card::place).toList());
    }

    void chooseNone() {
        anchor = Optional.empty();
        selection.clear();
    }
}
