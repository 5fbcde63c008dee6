package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Background.Job;
import dev.lamina.app.studio.problems.ProblemEntry.Standing;
import dev.lamina.app.studio.problems.ProblemRow.Heading;
import dev.lamina.app.studio.problems.ProblemRow.Item;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Place;
import dev.lamina.model.validate.Validation.Skipped;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of what is wrong with a document, while it changes.
final class ProblemsViewModel {
    /// Reviews are mostly quicker; the list should not flicker.
    private static final Duration SOON = Duration.ofMillis(400);

    private final DocumentSession session;
    private final Desk desk;
    private final ReviewedText reviewed;
    private final ObjectProperty<ProblemFilter> filter = new SimpleObjectProperty<>(ProblemFilter.ALL);
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.NONE);
    private final Set<String> closed = new HashSet<>();
    private final ObservableList<ProblemRow> rows = FXCollections.observableArrayList();
    private final ObservableList<ProblemRow> shownRows = FXCollections.unmodifiableObservableList(rows);
    private final ReadOnlyIntegerWrapper refreshed = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Optional<ProblemEntry>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<ProblemSummary> summary =
            new ReadOnlyObjectWrapper<>(ProblemSummary.of(List.of()));
    private final ReadOnlyObjectWrapper<List<Skipped>> skipped = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private List<ProblemEntry> entries = List.of();
    private int selectedRow = -1;
    private boolean refreshing;
    private boolean advancing;
    private Job soon = () -> {};

    ProblemsViewModel(DocumentSession session, Desk desk) {
        this.session = session;
        this.desk = desk;
        this.reviewed = new ReviewedText(session);
        session.reviewed().subscribe(now -> take());
        reviewed.behind().subscribe(this::watchStale);
        filter.subscribe((before, now) -> refresh());
        grouping.subscribe((before, now) -> refresh());
        session.selection().single().subscribe(place -> place.ifPresent(this::follow));
    }

    private void take() {
        reviewed.take();
        entries = reviewed.entries();
        summary.set(ProblemSummary.of(entries));
        skipped.set(reviewed.readable().map(now -> now.validation().skipped()).orElse(List.of()));
        refresh();
    }

    /// Selects the worst finding of the component that is selected elsewhere, unless one of it is selected already.
    private void follow(Place place) {
        if (selected.get().flatMap(ProblemEntry::place).equals(Optional.of(place))) {
            return;
        }
        RowSearch.items(rows).stream()
                .filter(entry -> entry.place().equals(Optional.of(place)))
                .findFirst()
                .ifPresent(this::select);
    }

    private void watchStale(boolean behind) {
        soon.cancel();
        if (behind) {
            soon = desk.background()
                    .later(SOON, () -> stale.set(reviewed.behind().get()));
        } else {
            stale.set(false);
        }
    }

    private void refresh() {
        refreshing = true;
        List<ProblemRow> now = ProblemRows.of(entries, filter.get(), grouping.get(), closed);
        Optional<String> heading = selectedHeading();
        RowUpdate.make(rows, now);
        Optional<ProblemEntry> same = selected.get().flatMap(entry -> RowSearch.same(rows, entry));
        if (same.isEmpty() && advancing && selected.get().isPresent()) {
            same = RowSearch.from(rows, selectedRow, 1).or(() -> RowSearch.from(rows, rows.size() - 1, -1));
        }
        advancing = false;
        selectedRow = same.map(entry -> rows.indexOf(new Item(entry)))
                .or(() -> heading.map(group -> RowSearch.heading(rows, group)))
                .orElse(-1);
        selected.set(same);
        refreshing = false;
        refreshed.set(refreshed.get() + 1);
    }

    private Optional<String> selectedHeading() {
        return selectedRow >= 0 && rows.get(selectedRow) instanceof Heading heading
                ? Optional.of(heading.key())
                : Optional.empty();
    }

    DocumentSession session() {
        return session;
    }

    ReviewedText reviewed() {
        return reviewed;
    }

    /// All that are known, shown or not.
    List<ProblemEntry> entries() {
        return entries;
    }

    /// The finding as it is in the text that is there now; empty when it is gone, or nobody knows yet.
    Optional<ProblemEntry> find(ProblemEntry.Key key) {
        return reviewed.isOfNewestText()
                ? entries.stream()
                        .filter(entry -> entry.standing() == Standing.FOUND
                                && entry.key().equals(key))
                        .findFirst()
                : Optional.empty();
    }

    ObservableList<ProblemRow> rows() {
        return shownRows;
    }

    /// Counts how often the rows were made: a list that shows them selects its row again.
    ReadOnlyIntegerProperty refreshed() {
        return refreshed.getReadOnlyProperty();
    }

    ObjectProperty<ProblemFilter> filter() {
        return filter;
    }

    ObjectProperty<Grouping> grouping() {
        return grouping;
    }

    ReadOnlyObjectProperty<ProblemSummary> summary() {
        return summary.getReadOnlyProperty();
    }

    /// The rules that could not look at everything.
    ReadOnlyObjectProperty<List<Skipped>> skipped() {
        return skipped.getReadOnlyProperty();
    }

    /// Whether the findings have been of an older text for a while.
    ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ProblemEntry>> selected() {
        return selected.getReadOnlyProperty();
    }

    int selectedRow() {
        return selectedRow;
    }

    /// What a list says of its own selection. While the rows change it says nothing that counts.
    void rowSelected(int row) {
        if (!refreshing && row >= 0 && row < rows.size()) {
            selectedRow = row;
            selected.set(rows.get(row) instanceof Item(ProblemEntry entry) ? Optional.of(entry) : Optional.empty());
        }
    }

    void select(ProblemEntry entry) {
        int row = rows.indexOf(new Item(entry));
        if (row >= 0) {
            rowSelected(row);
            refreshed.set(refreshed.get() + 1);
        }
    }

    /// When the selected one is gone after the next review, the one that comes to its place is selected.
    void advance() {
        advancing = true;
    }

    void toggle(Heading heading) {
        if (!closed.remove(heading.key())) {
            closed.add(heading.key());
        }
        refresh();
    }

    /// Selects the next one that is shown, or the one before; behind the last one the first.
    void step(int step) {
        int from = selectedRow < 0 ? (step > 0 ? 0 : rows.size() - 1) : selectedRow + step;
        RowSearch.from(rows, from < 0 ? rows.size() : from, step)
                .or(() -> step > 0 ? RowSearch.from(rows, 0, 1) : RowSearch.from(rows, rows.size() - 1, -1))
                .ifPresent(entry -> {
                    select(entry);
                    jump(entry);
                });
    }

    /// Has all views show the place of a finding.
    void jump(ProblemEntry entry) {
        if (reviewed.isReadable() && !entry.finding().path().isEmpty()) {
            session.selection().reveal(entry.finding().path());
        } else {
            session.selection().revealSpan(entry.finding().span());
        }
    }
}
