package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.Lessons.Shelf;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.problem.LaminaException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// The lessons beside a document: which there are, the one that is taken in it, and how far it is.
final class LessonsViewModel {
    private static final Texts TEXTS = Texts.of(LessonsViewModel.class);

    private final StepWorld world;
    private final Consumer<LessonStart> starts;
    private final ReadOnlyObjectWrapper<List<Lesson>> lessons = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Lesson>> taken = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper done = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<Outcome>> outcomes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final BooleanProperty hint = new SimpleBooleanProperty();
    private final BooleanProperty solution = new SimpleBooleanProperty();

    /// @param starts opens a document for a lesson
    LessonsViewModel(StepWorld world, Consumer<LessonStart> starts) {
        this.world = world;
        this.starts = starts;
    }

    /// Which lessons there are. The one that the document belongs to is taken.
    void found(Shelf shelf) {
        lessons.set(shelf.lessons());
        if (!shelf.broken().isEmpty()) {
            message.set(
                    TEXTS.get("broken", String.valueOf(shelf.broken().getFirst().getMessage())));
        }
        here().ifPresent(lesson -> {
            take(lesson);
            world.resume(before -> goOn(lesson, before));
        });
    }

    void failed(Exception problem) {
        message.set(String.valueOf(problem.getMessage()));
    }

    ReadOnlyObjectProperty<List<Lesson>> lessons() {
        return lessons.getReadOnlyProperty();
    }

    /// The lesson that is taken in this document; empty while the lessons are listed.
    ReadOnlyObjectProperty<Optional<Lesson>> taken() {
        return taken.getReadOnlyProperty();
    }

    /// How many steps are done.
    ReadOnlyIntegerProperty done() {
        return done.getReadOnlyProperty();
    }

    /// The step that is shown, counted from 0; as many as there are steps when the lesson is over.
    ReadOnlyIntegerProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /// What came of the last check of the step that is shown; empty before.
    ReadOnlyObjectProperty<List<Outcome>> outcomes() {
        return outcomes.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty checking() {
        return checking.getReadOnlyProperty();
    }

    /// What the learner is to know now; may be empty.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    /// Whether the hint is shown.
    BooleanProperty hint() {
        return hint;
    }

    /// Whether it is shown how the step can be done.
    BooleanProperty solution() {
        return solution;
    }

    Optional<LessonStep> step() {
        return taken.get()
                .filter(lesson -> shown.get() < lesson.steps().size())
                .map(lesson -> lesson.steps().get(shown.get()));
    }

    /// Opens a document for a lesson.
    void begin(Lesson lesson) {
        starts.accept(LessonStart.of(lesson));
    }

    private void take(Lesson lesson) {
        taken.set(Optional.of(lesson));
        goOn(lesson, 0);
    }

    private void goOn(Lesson lesson, int before) {
        done.set(Math.clamp(before, 0, lesson.steps().size()));
        show(done.get());
    }

    /// Back to the list.
    void list() {
        taken.set(Optional.empty());
        message.set("");
    }

    /// The lesson that the document belongs to.
    Optional<Lesson> here() {
        return lessons.get().stream()
                .filter(lesson -> world.lesson().equals(Optional.of(lesson.id())))
                .findFirst();
    }

    /// Back from the list to the lesson of this document.
    void resume() {
        here().ifPresent(lesson -> {
            taken.set(Optional.of(lesson));
            show(Math.min(done.get(), lesson.steps().size()));
        });
    }

    /// @param step that is done, or the one to be done next
    void show(int step) {
        if (step < 0 || step > done.get()) {
            return;
        }
        outcomes.set(List.of());
        hint.set(false);
        solution.set(false);
        message.set("");
        shown.set(step);
    }

    void next() {
        show(shown.get() + 1);
    }

    /// Looks whether the step that is shown is done: first at the text, and when that is right at
    /// the machine.
    void check() {
        Optional<LessonStep> step = step();
        if (step.isEmpty() || checking.get()) {
            return;
        }
        checking.set(true);
        message.set("");
        int number = shown.get();
        world.ofDocument(step.get(), ofText -> looked(number, step.get(), ofText), this::broke);
    }

    private void looked(int number, LessonStep step, List<Outcome> ofText) {
        boolean right = ofText.stream().allMatch(Outcome::holds);
        if (!right || step.ofMachine().isEmpty()) {
            end(number, ofText);
            return;
        }
        String blocked = world.blocked(step);
        if (!blocked.isEmpty()) {
            end(number, ofText);
            message.set(blocked);
            return;
        }
        world.ofMachine(
                step,
                ofMachine -> {
                    List<Outcome> all = new ArrayList<>(ofText);
                    all.addAll(ofMachine);
                    end(number, all);
                },
                this::broke);
    }

    private void broke(Exception problem) {
        checking.set(false);
        String advice = problem instanceof LaminaException known ? known.hint().orElse("") : "";
        message.set(problem.getMessage() + (advice.isEmpty() ? "" : "\n" + advice));
    }

    /// @param all what is known by now; fewer than the step expects when the machine could not be asked
    private void end(int number, List<Outcome> all) {
        checking.set(false);
        if (number != shown.get() || step().isEmpty()) {
            return; // another step is shown by now
        }
        outcomes.set(all);
        LessonStep step = step().get();
        boolean complete = all.size() == step.checks().size() && all.stream().allMatch(Outcome::holds);
        if (complete) {
            message.set(TEXTS.get("finished"));
        }
        if (complete && done.get() == number) {
            done.set(number + 1);
            world.keep(done.get());
        } else if (!complete && step.boots() > 1) {
            message.set(TEXTS.get("again"));
        }
    }

    /// Does the step in the text, as its solution says.
    void solve() {
        step().ifPresent(step -> world.solve(step, shown.get() + 1));
    }
}
