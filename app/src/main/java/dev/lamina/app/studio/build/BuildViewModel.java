package dev.lamina.app.studio.build;

import dev.lamina.app.operation.BuildSubject;
import dev.lamina.app.studio.base.Background.Job;
import dev.lamina.app.studio.base.Rows;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.assembler.format.ImageOutput.OutputFile;
import dev.lamina.assembler.listing.ComponentNames;
import dev.lamina.assembler.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Builds the text of a document as it is now, and tells how that goes.
final class BuildViewModel {
    private static final Texts TEXTS = Texts.of(BuildViewModel.class);

    private static final Duration TICK = Duration.ofMillis(250);

    private final DocumentSession session;
    private final Desk desk;
    private final DocumentPlace place;
    private final ChoicesModel choices;
    private final ObservableList<StepRow> steps = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.IDLE);
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyObjectWrapper<Optional<Duration>> rest = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Duration> took = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<OutputFile>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final BooleanProperty seen = new SimpleBooleanProperty();
    private final Incoming<StepEvent> events;
    private final Planning planning;
    private StepBoard board;
    private Instant began;
    private Builder building;
    private Job job = () -> {};

    BuildViewModel(DocumentSession session, Desk desk, DocumentPlace place) {
        this.session = session;
        this.desk = desk;
        this.place = place;
        this.choices = new ChoicesModel(place, desk);
        this.began = desk.clock().instant();
        this.board = new StepBoard(List.of(), began, names());
        this.building = builder();
        this.events = new Incoming<>(desk.background(), this::take);
        this.planning = new Planning(desk.background(), this::builder, this::planned, this::unplanned);
        session.text().subscribe(this::changed);
        choices.choices().subscribe(this::changed);
        seen.subscribe(this::changed);
    }

    private Builder builder() {
        return new Builder(
                desk.operations(),
                session.document().get(),
                session.text().get(),
                place.subject(),
                choices.choices().get());
    }

    private UnaryOperator<String> names() {
        return new ComponentNames(session.composition())::inWords;
    }

    ChoicesModel choices() {
        return choices;
    }

    BuildSubject subject() {
        return place.subject();
    }

    /// In the order in which they are done, more or less.
    ObservableList<StepRow> steps() {
        return steps;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// Of the whole build, between 0 and 1; negative when nobody knows.
    ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /// How long it will still take, when that can be told.
    ReadOnlyObjectProperty<Optional<Duration>> rest() {
        return rest.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Duration> took() {
        return took.getReadOnlyProperty();
    }

    /// Why the last build failed, or why none can be planned.
    ReadOnlyObjectProperty<Optional<Trouble>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// What the last build wrote.
    ReadOnlyObjectProperty<List<OutputFile>> files() {
        return files.getReadOnlyProperty();
    }

    /// Whether text or choices are others than those that were built last.
    ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /// Whether anybody sees the steps; only then it is planned while the text changes.
    BooleanProperty seen() {
        return seen;
    }

    private void changed() {
        boolean same = phase.get() != Phase.IDLE && building.same(builder());
        stale.set(phase.get() == Phase.DONE && !same);
        if (seen.get() && !phase.get().running() && !same) {
            planning.soon();
        } else {
            planning.stop();
        }
    }

    private void planned(List<Step> plan) {
        trouble.set(Optional.empty());
        forget();
        board = new StepBoard(plan, desk.clock().instant(), names());
        show();
    }

    private void unplanned(Exception problem) {
        trouble.set(Optional.of(Trouble.of(problem)));
        forget();
    }

    /// What came to nothing, and of another text, is of no use any more.
    private void forget() {
        if (phase.get() != Phase.DONE) {
            phase.set(Phase.IDLE);
        }
    }

    void build() {
        if (phase.get().running() || !choices.problem().get().isEmpty()) {
            return;
        }
        planning.stop();
        building = builder();
        began = desk.clock().instant();
        // What was not planned is told when its turn comes.
        board = new StepBoard(planning.known(building), began, names());
        files.set(List.of());
        trouble.set(Optional.empty());
        stale.set(false);
        phase.set(Phase.BUILDING);
        show();
        Builder wanted = building;
        job = desk.background()
                .start(
                        TEXTS.get("job", place.title().getValue()),
                        reporter -> wanted.build(events::add, desk.clock(), reporter),
                        this::ended,
                        this::failed);
        tick();
    }

    /// Says every now and then how long it takes.
    private void tick() {
        if (phase.get().running()) {
            show();
            desk.background().later(TICK, this::tick);
        }
    }

    void cancel() {
        if (phase.get() == Phase.BUILDING) {
            phase.set(Phase.CANCELLING);
            job.cancel();
        }
    }

    private void take(List<StepEvent> some) {
        some.forEach(board::take);
        if (phase.get().running()) {
            show();
        }
    }

    private void ended(Outcome outcome) {
        switch (outcome) {
            case Outcome.Built(var output) -> {
                files.set(output.files());
                end(Phase.DONE);
            }
            case Outcome.Cancelled cancelled -> end(Phase.CANCELLED);
        }
    }

    private void failed(Exception problem) {
        trouble.set(Optional.of(Trouble.of(problem)));
        end(Phase.FAILED);
    }

    private void end(Phase last) {
        events.hand();
        board.end(last == Phase.DONE, desk.clock().instant());
        show();
        phase.set(last);
        changed();
    }

    private void show() {
        Instant now = desk.clock().instant();
        Rows.show(steps, board.rows(now));
        fraction.set(board.fraction());
        rest.set(phase.get() == Phase.BUILDING ? board.rest(now) : Optional.empty());
        if (phase.get().running()) {
            took.set(Duration.between(began, now));
        }
    }

    /// Shows in the text what the trouble is with.
    void reveal() {
        trouble.get().flatMap(Trouble::span).ifPresent(session.selection()::revealSpan);
    }

    /// Tells the user what went wrong beside the build.
    void say(Exception problem) {
        session.say(Trouble.of(problem).words());
    }
}
