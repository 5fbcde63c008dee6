package dev.lamina.app.studio.build;

import dev.lamina.app.operation.BuildHistory;
import dev.lamina.app.operation.BuildNote;
import dev.lamina.app.operation.BuildNote.Outcome;
import dev.lamina.app.operation.BuildSubject;
import dev.lamina.app.studio.base.Rows;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.assembler.difference.SystemDifference;
import dev.lamina.assembler.listing.SystemListing;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The builds of a document that are remembered: their list, what is in the newest, and how two of them differ.
final class BuildsModel {
    private static final Texts TEXTS = Texts.of(BuildsModel.class);

    private final Desk desk;
    private final Supplier<BuildSubject> subject;
    private final SizesModel sizes = new SizesModel();
    private final ObservableList<BuildRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Comparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<ChangeRow> changes = FXCollections.observableArrayList();
    private final BooleanProperty minor = new SimpleBooleanProperty();

    /// The build whose sizes are shown.
    private Optional<BuildNote> shown = Optional.empty();

    /// @param subject of whose builds; asked anew each time
    BuildsModel(Desk desk, Supplier<BuildSubject> subject) {
        this.desk = desk;
        this.subject = subject;
        minor.subscribe(this::list);
        comparison.subscribe(this::list);
    }

    /// The newest first.
    ObservableList<BuildRow> rows() {
        return rows;
    }

    SizesModel sizes() {
        return sizes;
    }

    /// What is compared; at first the newest build with the one before.
    ReadOnlyObjectProperty<Optional<Comparison>> comparison() {
        return comparison.getReadOnlyProperty();
    }

    /// The lines of the difference.
    ObservableList<ChangeRow> changes() {
        return changes;
    }

    /// Whether files are listed of which nothing but the time or the number of their container differs.
    BooleanProperty minor() {
        return minor;
    }

    private void list() {
        changes.setAll(comparison
                .get()
                .flatMap(Comparison::difference)
                .map(difference -> new ChangeRows(difference, minor.get()).all())
                .orElse(List.of()));
    }

    /// Looks again what is remembered, and shows the newest.
    void refresh() {
        BuildSubject wanted = subject.get();
        BuildHistory history = desk.operations().buildHistory();
        desk.background().files(() -> history.of(wanted), this::show, problem -> {}); // the list stays as it was
    }

    private void show(List<BuildNote> notes) {
        Rows.show(rows, BuildRow.of(notes));
        notes.stream()
                .filter(note -> note.outcome() == Outcome.DONE)
                .findFirst()
                .filter(newest -> shown.filter(newest::equals).isEmpty())
                .ifPresent(newest -> read(newest, BuildRow.before(notes, notes.indexOf(newest))));
    }

    private record Read(Optional<SystemSizes> sizes, Optional<Comparison> comparison) {}

    /// The list of a large system takes its time.
    private void read(BuildNote newest, Optional<BuildNote> earlier) {
        shown = Optional.of(newest);
        BuildHistory history = desk.operations().buildHistory();
        desk.background()
                .start(
                        TEXTS.get("reading"),
                        reporter -> read(history, newest, earlier),
                        read -> {
                            if (shown.filter(newest::equals).isPresent()) {
                                read.sizes().ifPresent(sizes::show);
                                comparison.set(read.comparison());
                            }
                        },
                        problem -> comparison.set(Optional.empty()));
    }

    private static Read read(BuildHistory history, BuildNote newest, Optional<BuildNote> earlier) {
        Optional<SystemListing> now = history.listing(newest);
        Optional<SystemListing> before = earlier.flatMap(history::listing);
        Optional<SystemSizes> sizes = now.map(listing -> SystemSizes.of(listing, before));
        return new Read(sizes, earlier.map(other -> new Comparison(other, newest, sizes.flatMap(SystemSizes::since))));
    }

    /// Compares two builds, the earlier one with the later one.
    void compare(BuildNote one, BuildNote other) {
        boolean inOrder = one.begun().isBefore(other.begun());
        BuildNote before = inOrder ? one : other;
        BuildNote after = inOrder ? other : one;
        BuildHistory history = desk.operations().buildHistory();
        desk.background()
                .start(
                        TEXTS.get("comparing"),
                        reporter -> difference(history, before, after),
                        found -> comparison.set(Optional.of(new Comparison(before, after, found))),
                        problem -> comparison.set(Optional.of(new Comparison(before, after, Optional.empty()))));
    }

    private static Optional<SystemDifference> difference(BuildHistory history, BuildNote before, BuildNote after) {
        Optional<SystemListing> earlier = history.listing(before);
        Optional<SystemListing> later = history.listing(after);
        return earlier.flatMap(left -> later.map(right -> SystemDifference.between(left, right)));
    }
}
