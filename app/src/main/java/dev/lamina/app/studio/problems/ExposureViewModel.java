package dev.lamina.app.studio.problems;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.exposure.Part;
import dev.lamina.model.exposure.SystemScore;
import dev.lamina.model.exposure.SystemScore.ComponentScore;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// How exposed the components of a document are, the most exposed first, and why.
final class ExposureViewModel {
    private final DocumentSession session;
    private final ReviewedText reviewed;
    private final ObservableList<ComponentScore> components = FXCollections.observableArrayList();
    private final ObservableList<ComponentScore> shown = FXCollections.unmodifiableObservableList(components);
    private final ReadOnlyObjectWrapper<Optional<ComponentScore>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper refreshed = new ReadOnlyIntegerWrapper();
    private boolean refreshing;

    ExposureViewModel(DocumentSession session) {
        this.session = session;
        this.reviewed = new ReviewedText(session);
        session.reviewed().subscribe(now -> take());
        session.selection().single().subscribe(place -> place.ifPresent(this::follow));
    }

    private void take() {
        reviewed.take();
        List<ComponentScore> now = reviewed.readable()
                .map(Reviewed::exposure)
                .map(SystemScore::components)
                .orElse(List.of());
        refreshing = true;
        RowUpdate.make(components, now);
        selected.set(selected.get()
                .flatMap(before -> find(before.path()))
                .or(() -> components.stream().findFirst()));
        refreshing = false;
        refreshed.set(refreshed.get() + 1);
    }

    private Optional<ComponentScore> find(String path) {
        return components.stream()
                .filter(component -> component.path().equals(path))
                .findFirst();
    }

    /// The component that is selected elsewhere is shown here as well.
    private void follow(Place place) {
        find(place.path()).ifPresent(component -> {
            selected.set(Optional.of(component));
            refreshed.set(refreshed.get() + 1);
        });
    }

    /// The most exposed first.
    ObservableList<ComponentScore> components() {
        return shown;
    }

    ReadOnlyObjectProperty<Optional<ComponentScore>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// Counts how often the list was made: what shows it selects again.
    ReadOnlyIntegerProperty refreshed() {
        return refreshed.getReadOnlyProperty();
    }

    int selectedRow() {
        return selected.get().map(components::indexOf).orElse(-1);
    }

    /// What a list says of its own selection. While the list changes it says nothing that counts.
    void rowSelected(int row) {
        if (!refreshing && row >= 0 && row < components.size()) {
            selected.set(Optional.of(components.get(row)));
        }
    }

    /// Has all views show a component.
    void jump(ComponentScore component) {
        session.selection().reveal(component.path());
    }

    /// Has all views show the value that a part comes from.
    void jump(ComponentScore component, Part part) {
        String path = part.origin().path();
        session.selection().reveal(path.isEmpty() ? component.path() : path);
    }
}
