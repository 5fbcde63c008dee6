package dev.lamina.app.studio.live;

import dev.lamina.app.studio.base.Rows;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Fixing;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import dev.lamina.model.check.Finding;
import dev.lamina.vmlaunch.BootFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// The components of the running system, and the one that the user looks at: the one that is selected everywhere.
final class SystemViewModel {
    private final DocumentSession session;
    private final Explained explained;
    private final ObservableList<LiveRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<LiveRow>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());

    SystemViewModel(DocumentSession session) {
        this.session = session;
        Live live = session.live();
        this.explained = new Explained(live);
        session.shown().subscribe(document -> refresh());
        live.vitals().subscribe(vitals -> refresh());
        live.failures().subscribe(failures -> refresh());
        live.events().addListener((ListChangeListener<Object>) change -> refresh());
        session.selection().single().subscribe(place -> choose());
    }

    /// In the order of the lanes.
    ObservableList<LiveRow> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<Optional<LiveRow>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The user looks at another one.
    void choose(LiveRow row) {
        session.selection().only(row.place());
    }

    private void refresh() {
        Composition composition = session.composition();
        Map<String, BootFailure> failures = explained.byComponent();
        List<LiveRow> now = Place.all(composition).stream()
                .map(place -> row(place, composition, failures))
                .toList();
        if (now.size() == rows.size()) {
            Rows.show(rows, now);
        } else {
            rows.setAll(now); // a list that kept its place would have another component selected
        }
        choose();
    }

    private LiveRow row(Place place, Composition composition, Map<String, BootFailure> failures) {
        return new LiveRow(
                place,
                place.name(composition),
                session.live().of(place, composition),
                Optional.ofNullable(failures.get(Live.key(place, composition))));
    }

    private void choose() {
        chosen.set(session.selection()
                .single()
                .get()
                .flatMap(place ->
                        rows.stream().filter(row -> row.place().equals(place)).findFirst()));
    }

    /// What the rule finds that could have told of a failure, with a fix, when it finds it in the document now.
    Optional<Finding> mendable(LiveRow row) {
        return row.failure()
                .flatMap(BootFailure::rule)
                .flatMap(code -> findings().stream()
                        .filter(finding -> finding.code().equals(code))
                        .filter(finding -> Place.of(finding.path()).equals(Optional.of(row.place())))
                        .filter(finding -> finding.fix().isPresent())
                        .findFirst());
    }

    private List<Finding> findings() {
        return session.reviewed()
                .get()
                .map(reviewed -> reviewed.validation().findings())
                .orElse(List.of());
    }

    void mend(Finding finding) {
        Fixing.make(session, finding);
    }
}
