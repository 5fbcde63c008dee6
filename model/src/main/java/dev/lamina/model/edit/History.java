package dev.lamina.model.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts that a document had, and which of them it has now. A value: every call gives another one.
///
/// It keeps what changed rather than the texts, and forgets the oldest steps when that is too much.
///
/// @param steps the first one is the text as it was opened, or the oldest that is still known; never empty
/// @param at the step whose text the document has
/// @param text of that step
public record History(List<Step> steps, int at, String text) {
    /// Typing goes on within one step as long as no pause is longer.
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /// More than this many letters at once were not typed, but pasted or completed.
    private static final int TYPED_AT_ONCE = 2;

    /// Steps and letters that are kept. What is shown is never dropped.
    private static final int MOST_STEPS = 1000;

    private static final long MOST_LETTERS = 24L << 20;

    public History {
        steps = List.copyOf(steps);
        if (at < 0 || at >= steps.size()) {
            throw new IllegalArgumentException("no step " + at + " among " + steps.size());
        }
    }

    /// @param label what was done, in the words of the user
    /// @param when it was done last
    /// @param line in which was typed, from 0; -1 when more typing cannot be added to it
    /// @param change from the text of the step before
    public record Step(String label, Instant when, int line, TextChange change) {
        public boolean typed() {
            return line >= 0;
        }
    }

    public static History begin(String label, String text, Instant now) {
        return new History(List.of(new Step(label, now, -1, TextChange.NONE)), 0, text);
    }

    /// After something was done. What was undone before is forgotten.
    public History done(String label, String now, Instant when) {
        return with(at + 1, new Step(label, when, -1, TextChange.of(text, now)), now);
    }

    /// After something was typed: a step of its own, or more of the step before. A step of its own it is after a
    /// pause, in another line, with a line's end, and when more came at once than can be typed.
    public History typed(String label, String now, Instant when) {
        TextChange change = TextChange.of(text, now);
        Step last = steps.get(at);
        boolean pasted = change.inserted().strip().length() > TYPED_AT_ONCE;
        int line = pasted ? -1 : lineOf(now, change.at() + change.inserted().length());
        boolean more = at > 0
                && last.typed()
                && at == steps.size() - 1
                && Duration.between(last.when(), when).compareTo(PAUSE) <= 0
                && goesOn(last, line)
                && change.inserted().indexOf('\n') < 0
                && change.inserted().indexOf('\r') < 0;
        if (!more) {
            return with(at + 1, new Step(label, when, line, change), now);
        }
        TextChange both = TextChange.of(undo().text(), now);
        return with(at, new Step(label, when, line, both), now);
    }

    /// Where there are several empty lines, nobody can tell which of them is new.
    private static boolean goesOn(Step last, int line) {
        boolean ended = last.change().inserted().endsWith("\n");
        return last.line() == line || ended && last.line() - 1 == line;
    }

    private static int lineOf(String text, int offset) {
        int line = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) {
            line++;
        }
        return line;
    }

    private History with(int kept, Step step, String now) {
        List<Step> all = new ArrayList<>(steps.subList(0, kept));
        all.add(step);
        int first = firstKept(all);
        return new History(all.subList(first, all.size()), all.size() - 1 - first, now);
    }

    private static int firstKept(List<Step> all) {
        long letters = 0;
        // The change of the first step is never undone, so it costs nothing.
        for (int i = all.size() - 1; i > 0; i--) {
            letters += all.get(i).change().size();
            if (letters > MOST_LETTERS || all.size() - i >= MOST_STEPS) {
                return Math.min(i, all.size() - 2);
            }
        }
        return 0;
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
        return goTo(Math.max(0, at - 1));
    }

    public History redo() {
        return goTo(Math.min(steps.size() - 1, at + 1));
    }

    /// To any step of the list.
    public History goTo(int step) {
        if (step < 0 || step >= steps.size()) {
            throw new IllegalArgumentException("no step " + step + " among " + steps.size());
        }
        StringBuilder now = new StringBuilder(text);
        for (int i = at; i > step; i--) {
            steps.get(i).change().undoIn(now);
        }
        for (int i = at + 1; i <= step; i++) {
            steps.get(i).change().applyTo(now);
        }
        return new History(steps, step, now.toString());
    }
}
