package dev.lamina.app.studio.relations;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/// Which relations of a document are shown: those of the component under the pointer, or all.
final class RelationsViewModel {
    private static final Texts TEXTS = Texts.of(RelationsViewModel.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    /// More curves are only a tangle, and cost time in every frame.
    private static final int MOST_DRAWN = 200;

    private final DocumentSession session;
    private final Background background;

    /// Held here: a view of a set hears of nothing once nobody holds it.
    private final ObservableSet<Place> selected;

    private final ReadOnlyObjectWrapper<List<Relation>> every = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Relation>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Relation>> ofSelection = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<Place>> hovered = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper omitted = new ReadOnlyIntegerWrapper();
    private final BooleanProperty all = new SimpleBooleanProperty();
    private Background.Job pending = () -> {};

    RelationsViewModel(DocumentSession session, Background background) {
        this.session = session;
        this.background = background;
        this.selected = session.selection().places();
        session.reviewed().subscribe(reviewed -> reviewed.ifPresent(this::follow));
        hovered.subscribe(this::choose);
        all.subscribe(this::choose);
        every.subscribe(this::choose);
        every.subscribe(this::select);
        selected.addListener((SetChangeListener<Place>) change -> select());
        choose();
    }

    /// The first ones at once, later ones when the user has stopped to type.
    private void follow(Reviewed reviewed) {
        pending.cancel();
        if (every.get().isEmpty()) {
            read(reviewed);
        } else {
            pending = background.later(PAUSE, () -> read(reviewed));
        }
    }

    /// Reviews and relations are made one after the other, so that both may use what a review keeps.
    private void read(Reviewed reviewed) {
        background.compute(
                () -> Relations.of(reviewed),
                found -> {
                    if (session.reviewed().get().equals(Optional.of(reviewed))) {
                        every.set(found);
                    }
                },
                problem -> session.say(TEXTS.get("failed", String.valueOf(problem.getMessage()))));
    }

    private void choose() {
        List<Relation> wanted = all.get()
                ? every.get()
                : hovered.get().map(place -> Relations.of(every.get(), place)).orElse(List.of());
        shown.set(Clearest.of(wanted, MOST_DRAWN));
        omitted.set(wanted.size() - shown.get().size());
    }

    private void select() {
        ofSelection.set(every.get().stream()
                .filter(relation -> selected.stream().anyMatch(relation::touches))
                .toList());
    }

    /// The component under the pointer; set by the canvas.
    ObjectProperty<Optional<Place>> hovered() {
        return hovered;
    }

    /// Whether all relations are shown, not only those of the component under the pointer.
    BooleanProperty all() {
        return all;
    }

    /// All that there are.
    ReadOnlyObjectProperty<List<Relation>> every() {
        return every.getReadOnlyProperty();
    }

    /// Those to draw now.
    ReadOnlyObjectProperty<List<Relation>> shown() {
        return shown.getReadOnlyProperty();
    }

    /// How many are not drawn, as they are too many.
    ReadOnlyIntegerProperty omitted() {
        return omitted.getReadOnlyProperty();
    }

    /// Those of the components that are selected.
    ReadOnlyObjectProperty<List<Relation>> ofSelection() {
        return ofSelection.getReadOnlyProperty();
    }

    /// What to say where there are none of the selection.
    ObservableValue<String> hint() {
        return ofSelection.map(found -> TEXTS.get(selected.isEmpty() ? "hint.select" : "hint.none"));
    }

    /// Shows the other end of a relation everywhere.
    void follow(Relation relation) {
        Place from = relation.from();
        boolean there = session.selection().has(from);
        Place end = there ? relation.component().orElse(from) : from;
        session.selection().reveal(end.path());
    }
}
