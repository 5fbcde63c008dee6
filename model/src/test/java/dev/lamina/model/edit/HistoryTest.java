package dev.lamina.model.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.edit.History.Step;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HistoryTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private static List<String> labels(History history) {
        return history.steps().stream().map(Step::label).toList();
    }

    private static History typing(History history, String text, double seconds) {
        return history.typed("t", text, NOON.plusMillis((long) (seconds * 1000)));
    }

    @Test
    void typingInALineIsOneStep() {
        History history = History.begin("Opened", "a\nb\n", NOON);
        history = typing(history, "ax\nb\n", 1);
        history = typing(history, "axy\nb\n", 2);
        history = typing(history, "ax\nb\n", 3);
        assertThat(labels(history)).containsExactly("Opened", "t");
        assertThat(history.undo().text()).isEqualTo("a\nb\n");
        assertThat(history.undo().redo().text()).isEqualTo("ax\nb\n");
    }

    @Test
    void aPauseAnotherLineALinesEndAndAPasteBeginAStep() {
        History history = typing(History.begin("Opened", "a\nb\n", NOON), "ax\nb\n", 0);
        assertThat(labels(typing(history, "axy\nb\n", 2.1))).containsExactly("Opened", "t", "t");
        assertThat(labels(typing(history, "ax\nby\n", 1))).containsExactly("Opened", "t", "t");
        History newline = typing(history, "ax\n\nb\n", 1);
        assertThat(labels(newline)).containsExactly("Opened", "t", "t");
        assertThat(labels(typing(newline, "ax\ny\nb\n", 1))).containsExactly("Opened", "t", "t");
        History pasted = typing(history, "ax pasted\nb\n", 1);
        assertThat(labels(pasted)).containsExactly("Opened", "t", "t");
        assertThat(labels(typing(pasted, "ax pastedy\nb\n", 1))).containsExactly("Opened", "t", "t", "t");
    }

    @Test
    void aGestureEndsTyping() {
        History history = typing(History.begin("Opened", "a", NOON), "ab", 0).done("Add web", "abc", NOON);
        assertThat(labels(typing(history, "abcd", 0))).containsExactly("Opened", "t", "Add web", "t");
    }

    @Test
    void whatWasUndoneIsForgottenWhenSomethingElseIsDone() {
        History history =
                History.begin("Opened", "a", NOON).done("one", "b", NOON).done("two", "c", NOON);
        assertThat(labels(history.goTo(1).done("three", "d", NOON))).containsExactly("Opened", "one", "three");
        assertThat(history.undo().undoable()).map(Step::label).contains("one");
        assertThat(history.undo().redoable()).map(Step::label).contains("two");
        assertThat(history.goTo(0).undoable()).isEmpty();
        assertThat(history.redoable()).isEmpty();
    }

    @Test
    void aThousandStepsOfALargeTextNeedLittleMemory() {
        String text = "x: y\n".repeat(1 << 15);
        History history = History.begin("Opened", text, NOON);
        for (int i = 0; i < 1100; i++) {
            history = history.done("step " + i, history.text() + i + "\n", NOON);
        }
        assertThat(history.steps()).hasSize(1000);
        assertThat(history.steps().stream()
                        .mapToLong(step -> step.change().size())
                        .sum())
                .isLessThan(10_000);
        assertThat(history.goTo(0).text()).startsWith(text).endsWith("\n100\n");
    }

    @Test
    void theOldestStepsGoWhenTheyAreTooLarge() {
        History history = History.begin("Opened", "", NOON);
        for (int i = 0; i < 20; i++) {
            history = history.done("step " + i, String.valueOf((char) ('a' + i)).repeat(5 << 20), NOON);
        }
        assertThat(history.steps()).hasSize(3);
        assertThat(history.goTo(0).text()).isEqualTo("r".repeat(5 << 20));
        History huge = history.done("huge", "z".repeat(30 << 20), NOON);
        assertThat(huge.undo().text()).isEqualTo("t".repeat(5 << 20));
    }

    @Test
    void aChangeOfATextCanBeUndone() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            String before = word(random);
            String after = word(random);
            TextChange change = TextChange.of(before, after);
            StringBuilder text = new StringBuilder(before);
            change.applyTo(text);
            assertThat(text).hasToString(after);
            change.undoIn(text);
            assertThat(text).hasToString(before);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append("ab\uD83D\uDE00".charAt(random.nextInt(4)));
        }
        return word.toString();
    }
}
