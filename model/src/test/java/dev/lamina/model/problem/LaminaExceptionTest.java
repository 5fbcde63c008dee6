package dev.lamina.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class LaminaExceptionTest {
    @Test
    void nothingThatIsQuotedActsOnATerminal() {
        InputException e = new InputException("no \u001b[2J\u0007 of \u202egnp\r", "not\u009b1m so");

        assertThat(e).hasMessage("no \\x1b[2J\\x07 of \\x202egnp\\x0d");
        assertThat(e.hint()).contains("not\\x9b1m so");
    }

    @Test
    void wordsOfAllLanguagesTabsAndTheEndsOfLinesStay() {
        String text = "größer, 日本語 😀\n\tnext";

        assertThat(new InputException(text, null)).hasMessage(text);
    }

    @Test
    void neitherDoesWhatAJobTells() {
        List<Progress> told = new ArrayList<>();
        Reporter reporter = new Reporter(told::add, () -> false);

        reporter.begin("import \u001bc", 1).close();
        reporter.note("a\u0000");
        reporter.warn("b\u0008");

        assertThat(told)
                .containsExactly(
                        new Progress.Started(1, "import \\x1bc", OptionalLong.of(1)),
                        new Progress.Finished(1),
                        new Progress.Note(Progress.Level.INFO, "a\\x00"),
                        new Progress.Note(Progress.Level.WARNING, "b\\x08"));
    }
}
