package dev.lamina.app.studio.inspector;

import dev.lamina.app.operation.ReviewComposition.Reviewed;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.Composition;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The document in a few words. Made anew only while nothing is selected, as then it is seen.
final class SummaryViewModel {
    private final DocumentSession session;
    private final Desk desk;
    private final ReadOnlyObjectProperty<List<Place>> chosen;
    private final ReadOnlyObjectWrapper<Summary> summary;

    /// @param chosen all that is selected
    SummaryViewModel(DocumentSession session, Desk desk, ReadOnlyObjectProperty<List<Place>> chosen) {
        this.session = session;
        this.desk = desk;
        this.chosen = chosen;
        this.summary = new ReadOnlyObjectWrapper<>(Summary.of(session.composition(), Optional.empty()));
        chosen.subscribe((before, now) -> refresh());
        session.shown().subscribe((before, now) -> refresh());
        session.reviewed().subscribe((before, now) -> refresh());
        refresh();
    }

    ReadOnlyObjectProperty<Summary> summary() {
        return summary.getReadOnlyProperty();
    }

    private void refresh() {
        if (!chosen.get().isEmpty()) {
            return;
        }
        Composition composition = session.composition();
        Optional<Reviewed> reviewed = session.reviewed().get();
        desk.background()
                .compute(
                        () -> Summary.of(composition, reviewed),
                        summary::set,
                        problem -> session.say(String.valueOf(problem.getMessage())));
    }
}
