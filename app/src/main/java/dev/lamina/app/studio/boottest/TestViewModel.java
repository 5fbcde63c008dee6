package dev.lamina.app.studio.boottest;

import dev.lamina.app.operation.StepResult;
import dev.lamina.app.operation.StepResult.Failed;
import dev.lamina.app.operation.StepResult.Passed;
import dev.lamina.app.operation.StepResult.Skipped;
import dev.lamina.app.operation.TestReport;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Background.Job;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.boottest.TestRow.State;
import dev.lamina.model.expect.BootTest;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.BootReport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The boot test of a document: what is expected, how far it is, and what came of it.
final class TestViewModel {
    private static final Texts TEXTS = Texts.of(TestViewModel.class);

    /// How it stands with the test.
    enum Phase {
        /// None was run yet.
        NONE,
        BUILDING,
        RUNNING,
        PASSED,
        FAILED,
        /// It could not be built or started, or was cancelled.
        BROKEN;

        boolean busy() {
            return this == BUILDING || this == RUNNING;
        }
    }

    private final Background background;
    private final Supplier<Trial> trials;
    private final ObservableList<TestRow> rows = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<TestRow> rowsSeen = FXCollections.unmodifiableObservableList(rows);

    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
    private Optional<Job> job = Optional.empty();
    private Runnable wanted = () -> {};

    /// @param trials of the document as it is; asked on the thread of the window
    TestViewModel(Background background, Supplier<Trial> trials) {
        this.background = background;
        this.trials = trials;
    }

    ObservableList<TestRow> rows() {
        return rowsSeen;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// In one sentence.
    ReadOnlyStringProperty headline() {
        return headline.getReadOnlyProperty();
    }

    /// What failed, and what the console showed last; empty when nothing failed.
    ReadOnlyStringProperty explanation() {
        return explanation.getReadOnlyProperty();
    }

    /// @param shown when a test begins
    void whenWanted(Runnable shown) {
        wanted = shown;
    }

    /// Builds the document as it is now, and tests it.
    void test() {
        if (phase.get().busy()) {
            return;
        }
        rows.clear();
        explanation.set("");
        enter(Phase.BUILDING, TEXTS.get("building"));
        wanted.run();
        Trial trial = trials.get();
        job = Optional.of(
                background.start(TEXTS.get("job"), reporter -> run(trial, reporter), this::ended, this::broke));
    }

    /// In the background.
    private Trial.End run(Trial trial, Reporter reporter) {
        BootTest test;
        try {
            test = trial.expected();
        } catch (LaminaException e) {
            return new Trial.Broken(e);
        }
        background.onWindow(() -> begun(test));
        return trial.run(test, result -> background.onWindow(() -> told(result)), reporter);
    }

    private void begun(BootTest test) {
        rows.setAll(test.steps().stream()
                .map(step -> new TestRow(step.words(), State.OPEN, "", ""))
                .toList());
    }

    /// Nobody tells when the machine has started: a first result does.
    private void told(StepResult result) {
        long done = rows.stream()
                .filter(row -> row.state() != State.OPEN && row.state() != State.RUNNING)
                .count();
        int at = (int) done;
        if (at >= rows.size()) {
            return;
        }
        rows.set(at, row(result));
        if (at + 1 < rows.size()) {
            rows.set(at + 1, new TestRow(rows.get(at + 1).words(), State.RUNNING, "", ""));
        }
        enter(Phase.RUNNING, TEXTS.get("running", at + 1, rows.size()));
    }

    private static TestRow row(StepResult result) {
        String words = result.step().words();
        return switch (result.result()) {
            case Passed() -> new TestRow(words, State.PASSED, "", time(result.took()));
            case Failed(String found) -> new TestRow(words, State.FAILED, found, time(result.took()));
            case Skipped(String reason) -> new TestRow(words, State.SKIPPED, reason, "");
        };
    }

    private static String time(Duration time) {
        return TEXTS.get("time", String.format(Locale.ROOT, "%.1f", time.toMillis() / 1e3));
    }

    private void ended(Trial.End end) {
        job = Optional.empty();
        switch (end) {
            case Trial.Finished(TestReport report) -> finished(report);
            case Trial.Broken(LaminaException problem) -> broke(problem);
            case Trial.Cancelled() -> {
                rows.replaceAll(
                        row -> row.state() == State.RUNNING ? new TestRow(row.words(), State.OPEN, "", "") : row);
                enter(Phase.BROKEN, TEXTS.get("cancelled"));
            }
        }
    }

    private void finished(TestReport report) {
        rows.setAll(report.steps().stream().map(TestViewModel::row).toList());
        int all = report.steps().size();
        String took = time(report.took());
        if (report.passed()) {
            enter(Phase.PASSED, TEXTS.get("passed", all - report.skipped(), all, took));
        } else {
            explanation.set(explanation(report));
            enter(Phase.FAILED, TEXTS.get("failed", report.failed(), all, took));
        }
    }

    private static String explanation(TestReport report) {
        List<String> parts = new ArrayList<>();
        if (!report.failures().isEmpty()) {
            parts.add(BootReport.of(report.failures()));
        }
        if (!report.lastLines().isEmpty()) {
            parts.add(TEXTS.get("console") + "\n" + String.join("\n", report.lastLines()));
        }
        return String.join("\n\n", parts);
    }

    private void broke(Exception problem) {
        job = Optional.empty();
        String advice = problem instanceof LaminaException known ? known.hint().orElse("") : "";
        explanation.set(advice);
        enter(Phase.BROKEN, String.valueOf(problem.getMessage()));
    }

    private void enter(Phase next, String words) {
        headline.set(words);
        phase.set(next);
    }

    /// Ends the machine, too.
    void cancel() {
        job.ifPresent(Job::cancel);
    }
}
