package dev.lamina.app.lesson;

import java.util.List;

/// A lesson: a system to begin with, and steps in which the learner changes it or works in it.
///
/// @param id also the name of its file, and of the document that is made from it
/// @param audience for whom it is
/// @param teaches what one can do afterwards, in one sentence
/// @param minutes that it takes about
/// @param begin the text of the document to begin with
public record Lesson(
        String id,
        String title,
        String audience,
        String teaches,
        int minutes,
        LessonMachine machine,
        String begin,
        List<LessonStep> steps) {
    public Lesson {
        steps = List.copyOf(steps);
    }

    /// The text of the document when so many steps are done as their solutions say.
    ///
    /// @param done 0 for the text to begin with
    public String text(int done) {
        String text = begin;
        for (LessonStep step : steps.subList(0, done)) {
            text = step.solution().apply(text);
        }
        return text;
    }

    /// What the document is called.
    public String fileName() {
        return id + ".yml";
    }
}
