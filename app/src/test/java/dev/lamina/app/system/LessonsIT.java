package dev.lamina.app.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.Wiring;
import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.CheckLesson;
import dev.lamina.app.operation.CheckLesson.Booted;
import dev.lamina.app.operation.Fetching;
import dev.lamina.app.operation.LessonFolder;
import dev.lamina.app.operation.Operations;
import dev.lamina.model.conformance.Conformance;
import dev.lamina.model.expect.Outcome;
import dev.lamina.model.progress.Reporter;
import dev.lamina.vmlaunch.AcceleratorChoice;
import dev.lamina.vmlaunch.ConsoleWatcher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each lesson is taken to its end, as its solutions say: before a step is done its check fails,
/// afterwards it holds.
/// A system that a step leaves behind shows both, what that step did and what the next one has still to do.
final class LessonsIT {
    /// Systems that boot at a time, each on a processor of its own.
    private static final int AT_A_TIME = 2;

    private static final CheckLesson.Wanted WANTED =
            new CheckLesson.Wanted(Optional.empty(), AcceleratorChoice.TCG, Fetching.USUAL);

    @TempDir
    Path folder = Path.of("");

    private final Operations operations =
            new Wiring(BootedSystem.environment(Conformance.checkout(), BootedSystem.HOME));

    @ParameterizedTest
    @ValueSource(strings = {"anatomy", "least-privilege", "data", "networks", "failures"})
    void aLessonCanBeTakenToItsEndAndNoStepIsDoneByItself(String id) throws Exception {
        Lesson lesson = operations.lessons().get(id);
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<List<String>>> faults = new ArrayList<>();
            for (Callable<List<String>> system : systems(lesson)) {
                faults.add(threads.submit(system));
            }
            for (Future<List<String>> each : faults) {
                assertThat(each.get()).isEmpty();
            }
        }
    }

    /// One for each text that the lesson has on its way; steps at the console follow in the same system.
    private List<Callable<List<String>>> systems(Lesson lesson) {
        List<Callable<List<String>>> systems = new ArrayList<>();
        int first = 0;
        for (int done = 0; done <= lesson.steps().size(); done++) {
            boolean changes = done < lesson.steps().size() && !lesson.text(done).equals(lesson.text(done + 1));
            if (changes || done == lesson.steps().size()) {
                int from = first;
                int to = done;
                systems.add(() -> new Play(lesson, from, to).run());
                first = done + 1;
            }
        }
        return systems;
    }

    /// A system with the text of one state of the lesson: the one that the step `from` leaves
    /// behind (0 for the text to begin with), in which the steps after it up to `to` are done at the console.
    private final class Play {
        private final Lesson lesson;
        private final int from;
        private final int to;
        private final List<String> faults = new ArrayList<>();

        Play(Lesson lesson, int from, int to) {
            this.lesson = lesson;
            this.from = from;
            this.to = to;
        }

        List<String> run() throws Exception {
            LessonFolder place = new LessonFolder(folder.resolve("step-" + from));
            place.begin(lesson, from, false);
            int boots = from == 0 ? 1 : step(from).boots();
            try (Booted booted = operations.checkLesson().boot(place, lesson, boots, WANTED, Reporter.silent())) {
                if (from > 0) {
                    done(from, place, booted);
                }
                for (int step = from + 1; step <= to; step++) {
                    notDone(step, place, booted);
                    done(step, place, booted);
                }
                if (to < lesson.steps().size()) {
                    notDone(to + 1, place, booted);
                }
            }
            return faults;
        }

        private LessonStep step(int number) {
            return lesson.steps().get(number - 1);
        }

        private void done(int number, LessonFolder place, Booted booted) throws Exception {
            for (String line : step(number).solution().typed()) {
                if (line.equals("root")) {
                    // What is typed before somebody asks for it is lost.
                    ConsoleWatcher.await(booted.vm(), " login: ", BootedSystem.PATIENCE)
                            .orThrow();
                }
                booted.vm().console().write((line + "\n").getBytes(StandardCharsets.UTF_8));
                if (line.equals("root")) {
                    ConsoleWatcher.await(booted.vm(), ":~#", BootedSystem.PATIENCE)
                            .orThrow();
                }
            }
            List<Outcome> outcomes = new ArrayList<>(outcomes(number, place));
            outcomes.addAll(booted.check().check(step(number).ofMachine(), Duration.ofSeconds(40)));
            outcomes.stream()
                    .filter(outcome -> !outcome.holds())
                    .forEach(outcome -> faults.add("step " + number + " is done, but not: "
                            + outcome.expectation().words() + " (" + outcome.found() + ")"));
        }

        private void notDone(int number, LessonFolder place, Booted booted) throws Exception {
            List<Outcome> outcomes = new ArrayList<>(outcomes(number, place));
            outcomes.addAll(booted.check().check(step(number).ofMachine(), Duration.ZERO));
            if (outcomes.stream().allMatch(Outcome::holds)) {
                faults.add("step " + number + " counts as done before it is");
            }
        }

        private List<Outcome> outcomes(int number, LessonFolder place) {
            return operations.checkLesson().ofDocument(place.document(lesson), step(number), Reporter.silent());
        }
    }
}
