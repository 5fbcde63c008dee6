package dev.lamina.app.studio.session;

import dev.lamina.model.value.SourceSpan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/// The components of a document that are selected, and the place in it that the user looks at.
public final class Selection {
    private final ObservableSet<Place> places = FXCollections.observableSet(new TreeSet<>());

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableSet<Place> seen = FXCollections.unmodifiableObservableSet(places);
    private final ReadOnlyObjectWrapper<Optional<Place>> single = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SourceSpan>> revealedSpan =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> revealed = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// In the order of the lanes. Changed by the methods of this class only.
    public ObservableSet<Place> places() {
        return seen;
    }

    /// The selected component, when it is exactly one.
    public ReadOnlyObjectProperty<Optional<Place>> single() {
        return single.getReadOnlyProperty();
    }

    /// A path of the document that all views should show, such as `services[1].binds[0]`. Set by [#reveal].
    public ReadOnlyObjectProperty<Optional<String>> revealed() {
        return revealed.getReadOnlyProperty();
    }

    /// Selects the component that a path lies in, and has every view show that path.
    public void reveal(String path) {
        Place.of(path).ifPresent(this::only);
        revealed.set(Optional.empty());
        revealed.set(Optional.of(path));
    }

    /// A place in the text that the editor should show, where no path says which: of what is no YAML, of
    /// comments. Set by [#revealSpan].
    public ReadOnlyObjectProperty<Optional<SourceSpan>> revealedSpan() {
        return revealedSpan.getReadOnlyProperty();
    }

    /// Has the editor show a place in the text. What is selected stays.
    public void revealSpan(SourceSpan span) {
        revealedSpan.set(Optional.empty());
        revealedSpan.set(Optional.of(span));
    }

    public void only(Place place) {
        only(List.of(place));
    }

    public void only(Collection<Place> chosen) {
        places.retainAll(chosen);
        places.addAll(chosen);
        changed();
    }

    /// Adds one, or takes it out.
    public void toggle(Place place) {
        if (!places.remove(place)) {
            places.add(place);
        }
        changed();
    }

    public void clear() {
        places.clear();
        changed();
    }

    private void changed() {
        single.set(places.size() == 1 ? Optional.of(places.iterator().next()) : Optional.empty());
    }

    public boolean has(Place place) {
        return places.contains(place);
    }
}
