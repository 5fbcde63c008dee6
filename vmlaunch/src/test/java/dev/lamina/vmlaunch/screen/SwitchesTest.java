package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.vmlaunch.screen.Modes.Mouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SwitchesTest {
    @Test
    void modesAreRememberedAndForgotten() {
        Screens screen = Screens.of(10, 3).feed("\\e[?1;2004;1002;1006h\\e=\\e[20h\\e[?5h\\e]2;Title\\e\\");
        assertThat(screen.terminal.modes())
                .isEqualTo(new Modes(true, true, true, true, Mouse.DRAGS, true, false, true, "Title"));

        screen.feed("\\e[?1;2004;1002;1006l\\e>\\e[20l\\e[?5l\\e]0;\007");

        assertThat(screen.terminal.modes()).isEqualTo(Modes.INITIAL);
    }

    @ParameterizedTest
    @CsvSource({"1000, CLICKS", "1002, DRAGS", "1003, MOVES"})
    void mouseModesAreRemembered(int mode, Mouse mouse) {
        assertThat(Screens.of(10, 3).feed("\\e[?" + mode + "h").terminal.modes().mouse())
                .isEqualTo(mouse);
    }

    @ParameterizedTest
    @CsvSource({
        "0, BLOCK, true",
        "1, BLOCK, true",
        "2, BLOCK, false",
        "3, UNDERLINE, true",
        "4, UNDERLINE, false",
        "5, BAR, true",
        "6, BAR, false",
        "7, BLOCK, false"
    })
    void cursorHasShapes(int style, Cursor.Shape shape, boolean blinking) {
        Cursor cursor =
                Screens.of(10, 3).feed("\\e[" + style + " q").terminal.screen().cursor();
        assertThat(cursor).isEqualTo(new Cursor(0, 0, true, shape, blinking));
    }

    @Test
    void cursorCanBeHidden() {
        Screens screen = Screens.of(10, 3).feed("\\e[?25l");
        assertThat(screen.terminal.screen().cursor().visible()).isFalse();
        assertThat(screen.feed("\\e[?25h").terminal.screen().cursor().visible()).isTrue();
    }

    @Test
    void alternateScreenLeavesTheMainOneAsItWas() {
        Screens screen = Screens.of(10, 3).feed("one\r\ntwo\\e[1m\\e[?1049h");
        assertThat(screen.terminal.modes().alternateScreen()).isTrue();
        assertThat(screen.text()).isEmpty();

        screen.feed("\\e[Hedit\r\na\r\nb\r\nc\\e[m");
        assertThat(screen.text()).isEqualTo("a\nb\nc");
        assertThat(screen.scrollback()).isEmpty();

        screen.feed("\\e[?1049l!");
        assertThat(screen.text()).isEqualTo("one\ntwo!");
        assertThat(Style.bold(screen.line(1).style(3))).isTrue();
        assertThat(screen.terminal.modes().alternateScreen()).isFalse();
    }

    @Test
    void olderWaysToTheAlternateScreenKeepTheCursorsPlace() {
        assertThat(Screens.of(10, 3).feed("one\\e[?47htwo\\e[?47l3").text()).isEqualTo("one   3");
        assertThat(Screens.of(10, 3).feed("one\\e[?47htwo\\e[?47l\\e[?47h").text())
                .isEqualTo("   two");
        assertThat(Screens.of(10, 3)
                        .feed("one\\e[?1047htwo\\e[?1047l\\e[?1047h")
                        .text())
                .isEmpty();
        assertThat(Screens.of(10, 3).feed("one\\e[?1048h\r\ntwo\\e[?1048l!").text())
                .isEqualTo("one!\ntwo");
    }

    @Test
    void softResetKeepsTheText() {
        Screens screen = Screens.of(10, 3).feed("ab\\e[1m\\e[4h\\e[?6h\\e[?25l\\e[2;3r\\e[!p");
        assertThat(screen.text()).isEqualTo("ab");
        assertThat(screen.terminal.screen().cursor().visible()).isTrue();
        assertThat(screen.feed("\\e[Hx\\e[3;1H\n").text()).isEqualTo("");
        assertThat(screen.scrollback()).containsExactly("xb");
    }

    @Test
    void resetKeepsTheLinesInTheScrollback() {
        Screens screen = Screens.of(10, 3).feed("one\r\ntwo\\e[1;31m\\e[?1049h\\e[?2004h\\e[2;3r\\ecx");
        assertThat(screen.scrollback()).containsExactly("one", "two");
        assertThat(screen.text()).isEqualTo("x");
        assertThat(screen.line(0).style(0)).isEqualTo(Style.DEFAULT);
        assertThat(screen.terminal.modes()).isEqualTo(Modes.INITIAL);
    }

    @Test
    void clearLeavesTheLineOfTheCursor() {
        Screens screen = Screens.of(10, 3).feed("1\r\n2\r\n3\r\n4\r\n$ ls");
        screen.terminal.clear();
        assertThat(screen.text()).isEqualTo("$ ls");
        assertThat(screen.cursor()).isEqualTo("0,4");
        assertThat(screen.scrollback()).containsExactly("1", "2");

        screen.terminal.clearScrollback();
        assertThat(screen.scrollback()).isEmpty();
    }

    @Test
    void resetByThePersonEndsWhatTheGuestHasBegun() {
        Screens screen = Screens.of(10, 3).feed("one\\e[1;31m\\e(0\\e]0;");
        screen.terminal.reset();
        assertThat(screen.feed("q").text()).isEqualTo("q");
        assertThat(screen.line(0).style(0)).isEqualTo(Style.DEFAULT);
        assertThat(screen.scrollback()).containsExactly("one");
    }
}
