package dev.lamina.app.studio.doctor;

import dev.lamina.app.doctor.Check;
import dev.lamina.app.doctor.Diagnosis;
import dev.lamina.app.doctor.DiagnosisReport;
import dev.lamina.app.doctor.Doctor;
import dev.lamina.app.doctor.Doctor.Wish;
import dev.lamina.app.doctor.Group;
import dev.lamina.app.doctor.Outcome;
import dev.lamina.app.operation.Surroundings;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Desk;
import dev.lamina.model.problem.CancelledException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// What this computer can do and what is missing: looked at in the background whenever it is shown.
final class DoctorViewModel {
    private static final Texts TEXTS = Texts.of(DoctorViewModel.class);

    private final Desk desk;
    private final Supplier<Doctor> doctor;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final BooleanProperty troubleOnly = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper working = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Diagnosis>> diagnosis = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// Answers of an earlier question count no more.
    private int turn;

    DoctorViewModel(Desk desk, Supplier<Doctor> doctor) {
        this.desk = desk;
        this.doctor = doctor;
    }

    /// Whether it lies over the window.
    BooleanProperty shown() {
        return shown;
    }

    /// What is well is left out.
    BooleanProperty troubleOnly() {
        return troubleOnly;
    }

    /// What is being done, in words; empty when nothing is.
    ReadOnlyStringProperty working() {
        return working.getReadOnlyProperty();
    }

    /// What went wrong; empty when nothing did.
    ReadOnlyStringProperty message() {
        return message.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Diagnosis>> diagnosis() {
        return diagnosis.getReadOnlyProperty();
    }

    /// Shows it, and looks.
    void open() {
        shown.set(true);
        look();
    }

    void close() {
        shown.set(false);
    }

    void look() {
        ask("looking", Wish.LOOK);
    }

    void askNetwork() {
        ask("asking", new Wish(false, true));
    }

    private void ask(String what, Wish wish) {
        int mine = begin(what);
        desk.background()
                .aside(
                        () -> Optional.of(doctor.get().examine(wish)),
                        found -> found(mine, found),
                        problem -> failed(mine, problem));
    }

    /// Starts a machine for some seconds, so that it is shown among the jobs.
    void tryAcceleration() {
        int mine = begin("trying");
        desk.background()
                .start(
                        TEXTS.get("job.trying"),
                        reporter -> tried(),
                        found -> found(mine, found),
                        problem -> failed(mine, problem));
    }

    /// @return empty when it was stopped
    private Optional<Diagnosis> tried() {
        try {
            return Optional.of(doctor.get().examine(new Wish(true, false)));
        } catch (CancelledException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private int begin(String what) {
        working.set(TEXTS.get(what));
        message.set("");
        turn++;
        return turn;
    }

    private void found(int of, Optional<Diagnosis> found) {
        if (of == turn) {
            working.set("");
            found.ifPresent(now -> diagnosis.set(Optional.of(now)));
        }
    }

    private void failed(int of, Exception problem) {
        if (of == turn) {
            working.set("");
            message.set(TEXTS.get(
                    "failed", String.valueOf(Surroundings.explain(problem).getMessage())));
        }
    }

    /// The groups of which something is shown.
    List<Group> groups() {
        return diagnosis.get().map(Diagnosis::groups).orElse(List.of()).stream()
                .filter(group -> !checks(group).isEmpty())
                .toList();
    }

    List<Check> checks(Group group) {
        return diagnosis.get().map(found -> found.of(group)).orElse(List.of()).stream()
                .filter(check -> !troubleOnly.get() || check.outcome() != Outcome.OK)
                .toList();
    }

    /// How many checks are not well.
    long troubles() {
        return diagnosis.get().map(Diagnosis::checks).orElse(List.of()).stream()
                .filter(check -> check.outcome() != Outcome.OK)
                .count();
    }

    void copy(String text) {
        desk.clipboard().put(text);
    }

    void copyReport() {
        diagnosis.get().ifPresent(found -> copy(DiagnosisReport.markdown(found)));
    }

    /// In the browser.
    void follow(URI page) {
        desk.background()
                .aside(
                        () -> {
                            desk.operations().openOutside().link(page);
                            return page;
                        },
                        done -> {},
                        problem -> message.set(
                                String.valueOf(Surroundings.explain(problem).getMessage())));
    }
}
