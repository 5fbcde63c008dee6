package dev.lamina.app.cli;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.CheckLesson;
import dev.lamina.app.operation.CheckLesson.Booted;
import dev.lamina.app.operation.LessonFolder;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lamina lesson check`.
@Command(
        name = "check",
        header = "Look whether the step is done, and go on to the next.",
        description = {
            "Builds and starts the system when the step is about how it runs, looks, and ends it. A step that",
            "is done at the console shows you the console, until what you do there is right or you press",
            "Ctrl-]."
        },
        footer = {"", "Examples:", "  lamina lesson check", "  lamina lesson check --dir anatomy --json"})
final class LessonCheckCommand implements Callable<Integer> {
    /// For what begins only when the system is ready.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Session session;

    @Mixin
    final LessonCommand.Folder place = new LessonCommand.Folder();

    @Mixin
    final BootOptions machine = new BootOptions();

    @Mixin
    final FetchingOptions images = new FetchingOptions();

    LessonCheckCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        LessonFolder folder = place.folder(session);
        LessonFolder.State state = folder.state();
        Lesson lesson = session.operations().lessons().get(state.lesson());
        LessonText text = new LessonText(lesson, folder.document(lesson).toString());
        int step = state.done();
        if (step >= lesson.steps().size()) {
            session.print(text::closing, () -> text.json(step));
            return 0;
        }
        List<Outcome> outcomes = outcomes(folder, lesson, lesson.steps().get(step));
        session.print(() -> text.outcomes(step, outcomes), () -> text.json(step, outcomes));
        if (!outcomes.stream().allMatch(Outcome::holds)) {
            session.tell(text.hint(step));
            return 1;
        }
        folder.write(new LessonFolder.State(lesson.id(), step + 1));
        boolean last = step + 1 == lesson.steps().size();
        session.tell("\n" + (last ? text.closing() : text.step(step + 1)));
        return 0;
    }

    /// The text comes first: a system that is not as it should be need not start.
    private List<Outcome> outcomes(LessonFolder folder, Lesson lesson, LessonStep step)
            throws IOException, InterruptedException {
        CheckLesson operation = images.operations(session).checkLesson();
        List<Outcome> all = new ArrayList<>(ofDocument(operation, folder.document(lesson), step));
        boolean boots = !step.ofMachine().isEmpty();
        if (!boots || !all.stream().allMatch(Outcome::holds)) {
            return all;
        }
        try (Booted booted = boot(operation, folder, lesson, step)) {
            all.addAll(ofMachine(booted, step));
        }
        return all;
    }

    private List<Outcome> ofDocument(CheckLesson operation, Path document, LessonStep step) {
        try (ProgressView progress = session.progress()) {
            return operation.ofDocument(document, step, progress.reporter());
        }
    }

    private Booted boot(CheckLesson operation, LessonFolder folder, Lesson lesson, LessonStep step)
            throws IOException, InterruptedException {
        CheckLesson.Wanted wanted =
                new CheckLesson.Wanted(machine.memory(), machine.accelerator(session.environment()), images.fetching());
        try (ProgressView progress = session.progress()) {
            return operation.boot(folder, lesson, step.boots(), wanted, progress.reporter());
        }
    }

    private List<Outcome> ofMachine(Booted booted, LessonStep step) throws InterruptedException {
        List<Expectation.OfMachine> expected = step.ofMachine();
        return switch (step.place()) {
            case DOCUMENT -> booted.check().check(expected, PATIENCE);
            case CONSOLE -> new LessonConsole(session, booted).until(expected);
        };
    }
}
