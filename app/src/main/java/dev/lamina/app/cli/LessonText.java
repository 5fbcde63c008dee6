package dev.lamina.app.cli;

import dev.lamina.app.lesson.Lesson;
import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.lesson.Solution;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A lesson as the command line shows it.
///
/// @param document that the learner works on, as messages name it
record LessonText(Lesson lesson, String document) {

    String opening() {
        return """
            %s
            For: %s
            You will be able to: %s
            About %d minutes, %s. You work on %s.
            """.formatted(
                        lesson.title(),
                        lesson.audience(),
                        lesson.teaches(),
                        lesson.minutes(),
                        lesson.steps().size() == 1 ? "one step" : lesson.steps().size() + " steps",
                        document);
    }

    /// @param step counted from 0
    String step(int step) {
        LessonStep now = lesson.steps().get(step);
        return heading(step) + "\n\n" + now.text() + "\n\nDone when:\n"
                + now.checks().stream().map(check -> "  - " + check.words()).collect(Collectors.joining("\n"));
    }

    private String heading(int step) {
        return "Step %d of %d: %s"
                .formatted(
                        step + 1,
                        lesson.steps().size(),
                        lesson.steps().get(step).title());
    }

    String hint(int step) {
        return "hint: " + lesson.steps().get(step).hint();
    }

    String solution(int step) {
        return lesson.steps().get(step).solution().parts().stream()
                .map(LessonText::part)
                .collect(Collectors.joining("\n"));
    }

    private static String part(Solution.Part part) {
        return part.words() + ":\n" + part.code().stripTrailing().indent(4).stripTrailing();
    }

    String closing() {
        return "That was the last step of \"" + lesson.title() + "\". 'lamina lesson ls' lists the other lessons.";
    }

    /// What came of a check.
    String outcomes(int step, List<Outcome> outcomes) {
        return heading(step) + "\n" + outcomes.stream().map(LessonText::outcome).collect(Collectors.joining("\n"));
    }

    private static String outcome(Outcome outcome) {
        String line =
                (outcome.holds() ? "  [x] " : "  [ ] ") + outcome.expectation().words();
        return outcome.found().isEmpty() ? line : line + "\n      " + outcome.found();
    }

    /// @param step the one that is to be done next; one behind the last when all are done
    Map<String, Object> json(int step) {
        Map<String, Object> object = place(step);
        object.put("finished", step >= lesson.steps().size());
        if (step < lesson.steps().size()) {
            LessonStep now = lesson.steps().get(step);
            object.put("title", now.title());
            object.put("text", now.text());
            object.put("hint", now.hint());
            object.put("checks", now.checks().stream().map(Expectation::words).toList());
        }
        return object;
    }

    Map<String, Object> json(int step, List<Outcome> outcomes) {
        Map<String, Object> object = place(step);
        object.put("done", outcomes.stream().allMatch(Outcome::holds));
        object.put("checks", outcomes.stream().map(LessonText::json).toList());
        return object;
    }

    private Map<String, Object> place(int step) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("lesson", lesson.id());
        object.put("document", document);
        object.put("step", Math.min(step + 1, lesson.steps().size()));
        object.put("of", lesson.steps().size());
        return object;
    }

    private static Map<String, Object> json(Outcome outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("check", outcome.expectation().words());
        object.put("holds", outcome.holds());
        object.put("found", outcome.found());
        return object;
    }
}
