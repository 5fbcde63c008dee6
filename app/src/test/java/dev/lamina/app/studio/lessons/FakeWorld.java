package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.LessonStep;
import dev.lamina.model.expect.Expectation;
import dev.lamina.model.expect.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// A document and a machine in which a test says what is so.
final class FakeWorld implements StepWorld {
    final Set<Expectation> so = new HashSet<>();
    final List<String> calls = new ArrayList<>();
    String document = "anatomy";
    String blocked = "";
    int before;

    @Override
    public String blocked(LessonStep step) {
        return blocked;
    }

    @Override
    public void ofDocument(LessonStep step, Consumer<List<Outcome>> done, Consumer<Exception> failed) {
        calls.add("document");
        done.accept(outcomes(step.ofDocument()));
    }

    @Override
    public void ofMachine(LessonStep step, Consumer<List<Outcome>> done, Consumer<Exception> failed) {
        calls.add("machine");
        done.accept(outcomes(step.ofMachine()));
    }

    private List<Outcome> outcomes(List<? extends Expectation> expected) {
        return expected.stream()
                .map(each -> so.contains(each) ? Outcome.holds(each) : Outcome.fails(each, "it is otherwise"))
                .toList();
    }

    void all(LessonStep step) {
        so.addAll(step.checks());
    }

    @Override
    public void solve(LessonStep step, int number) {
        calls.add("solve " + number);
    }

    @Override
    public Optional<String> lesson() {
        return Optional.of(document);
    }

    @Override
    public void resume(Consumer<Integer> done) {
        done.accept(before);
    }

    @Override
    public void keep(int done) {
        calls.add("keep " + done);
    }
}
