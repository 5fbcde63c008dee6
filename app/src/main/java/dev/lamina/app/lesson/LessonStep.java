package dev.lamina.app.lesson;

import dev.lamina.model.expect.Expectation;
import java.util.List;

/// One step of a lesson.
///
/// @param text what to do and why: paragraphs separated by empty lines, lines that begin with four
/// blanks are as they are typed
/// @param hint for those who are stuck
/// @param place where the learner works
/// @param boots how often the system starts before it is looked at
/// @param checks all of which are to hold when the step is done; not empty
public record LessonStep(
        String title, String text, String hint, Place place, int boots, List<Expectation> checks, Solution solution) {
    public LessonStep {
        checks = List.copyOf(checks);
    }

    public enum Place {
        /// In the text of the system.
        DOCUMENT,
        /// In the system while it runs, at its console.
        CONSOLE
    }

    public List<Expectation.OfDocument> ofDocument() {
        return only(Expectation.OfDocument.class);
    }

    public List<Expectation.OfMachine> ofMachine() {
        return only(Expectation.OfMachine.class);
    }

    private <T extends Expectation> List<T> only(Class<T> kind) {
        return checks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
