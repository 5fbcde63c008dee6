package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.LessonStep;
import dev.lamina.model.expect.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Where steps of lessons are looked at: a document, and the machine that runs it. On the thread
/// of the window.
interface StepWorld {

    /// Why the machine cannot be asked now; empty when it can.
    String blocked(LessonStep step);

    /// @param done gets one outcome for each expectation of the text
    void ofDocument(LessonStep step, Consumer<List<Outcome>> done, Consumer<Exception> failed);

    /// @param done gets one outcome for each expectation of the machine
    void ofMachine(LessonStep step, Consumer<List<Outcome>> done, Consumer<Exception> failed);

    /// Changes the text of the document as the step's solution does.
    void solve(LessonStep step, int number);

    /// The name of the lesson that the document would belong to, by its own name.
    Optional<String> lesson();

    /// How many steps were done the last time.
    void resume(Consumer<Integer> done);

    /// Keeps how many steps are done.
    void keep(int done);
}
