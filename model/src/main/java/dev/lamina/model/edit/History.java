package dev.lamina.model.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts that a document had, and which of them it has now. A value: every call gives another one.
///
/// @param steps the first one is the text as it was opened; never empty
/// @param at the step whose text the document has
public record History(List<Step> steps, int at) {
    /// Typing goes on within one step as long as no pause is longer.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    public History {
        steps = List.copyOf(steps);
        if (at < 0 || at >= steps.size()) {
            throw new IllegalArgumentException("no step " + at + " among " + steps.size());
        }
    }

    /// @param label what was done, in the words of the user
    /// @param when it was done last
    /// @param typed whether more typing can be added to it
    public record Step(String label, String text, Instant when, boolean typed) {}

    public static History begin(String label, String text, Instant now) {
        return new History(List.of(new Step(label, text, now, false)), 0);
    }

    public String text() {
        return steps.get(at).text();
    }

    /// After something was done. What was undone before is forgotten.
    public History done(String label, String text, Instant now) {
        return with(at + 1, new Step(label, text, now, false));
    }

    /// After something was typed: a step of its own, or more of the step before.
    public History typed(String label, String text, Instant now) {
        Step last = steps.get(at);
        boolean more = last.typed()
                && at == steps.size() - 1
                && Duration.between(last.when(), now).compareTo(PAUSE) <= 0;
        return with(more ? at : at + 1, new Step(label, text, now, true));
    }

    private History with(int kept, Step step) {
        List<Step> all = new ArrayList<>(steps.subList(0, kept));
        all.add(step);
        return new History(all, all.size() - 1);
    }

    /// What undoing would undo.
    public Optional<Step> undoable() {
        return at == 0 ? Optional.empty() : Optional.of(steps.get(at));
    }

    /// What redoing would do again.
    public Optional<Step> redoable() {
        return at == steps.size() - 1 ? Optional.empty() : Optional.of(steps.get(at + 1));
    }

    public History undo() {
        return at == 0 ? this : new History(steps, at - 1);
    }

    public History redo() {
        return at == steps.size() - 1 ? this : new History(steps, at + 1);
    }

    /// To any step of the list.
    public History goTo(int step) {
        return new History(steps, step);
    }
}
