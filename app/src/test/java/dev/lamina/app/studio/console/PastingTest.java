package dev.lamina.app.studio.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.screen.Modes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class PastingTest {
    private final StringBuilder typed = new StringBuilder();
    private final Pasting pasting = new Pasting(bytes -> typed.append(new String(bytes, StandardCharsets.UTF_8)));

    @Test
    void aPartOfALineIsPastedAtOnce() {
        pasting.paste("echo ä", Modes.INITIAL);
        assertThat(typed.toString()).isEqualTo("echo ä");
        assertThat(pasting.waiting().get()).isEmpty();
    }

    @Test
    void severalLinesWaitForTheUsersWord() {
        pasting.paste("one\ntwo\n", Modes.INITIAL);
        assertThat(typed.toString()).isEmpty();
        assertThat(Pasting.lines(pasting.waiting().get().orElseThrow())).isEqualTo(2);
        pasting.agree(Modes.INITIAL);
        assertThat(typed.toString()).isEqualTo("one\rtwo\r");
        assertThat(pasting.waiting().get()).isEmpty();
    }

    @Test
    void oneLineWithItsEndWaitsAsWell() {
        pasting.paste("reboot\n", Modes.INITIAL);
        assertThat(typed.toString()).isEmpty();
        pasting.agreeAsOneLine(Modes.INITIAL);
        assertThat(typed.toString()).isEqualTo("reboot");
    }

    @Test
    void whatIsDeclinedIsNotPasted() {
        pasting.paste("one\ntwo", Modes.INITIAL);
        pasting.decline();
        pasting.agree(Modes.INITIAL);
        assertThat(typed.toString()).isEmpty();
    }

    @Test
    void aProgramThatKnowsWhatIsPastedGetsItBetweenMarks() {
        Modes modes = Screens.of(20, 5, "\033[?2004h").modes();
        pasting.paste("one\ntwo", modes);
        assertThat(typed.toString()).isEqualTo("\033[200~one\rtwo\033[201~");
    }
}
