package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ResizeTest {
    @Test
    void narrowerScreenBreaksLinesAndWiderOneJoinsThem() {
        Screens screen = Screens.of(10, 4).feed("0123456789abc\r\nxyz");

        screen.terminal.resize(5, 4);
        assertThat(screen.text()).isEqualTo("01234\n56789\nabc\nxyz");
        assertThat(screen.cursor()).isEqualTo("3,3");

        screen.terminal.resize(20, 4);
        assertThat(screen.text()).isEqualTo("0123456789abc\nxyz");
        assertThat(screen.cursor()).isEqualTo("1,3");
    }

    @Test
    void linesInTheScrollbackAreBrokenAnew() {
        Screens screen = Screens.of(10, 2).feed("0123456789abc\r\n1\r\n2\r\n3");
        assertThat(screen.scrollback()).containsExactly("0123456789", "abc", "1");
        long generation = screen.terminal.screen().generation();

        screen.terminal.resize(4, 2);

        assertThat(screen.scrollback()).containsExactly("0123", "4567", "89ab", "c", "1");
        assertThat(screen.terminal.screen().generation()).isGreaterThan(generation);
    }

    @Test
    void lineThatIsPartlyInTheScrollbackIsJoined() {
        Screens screen = Screens.of(4, 2).feed("0123456789ab");
        assertThat(screen.scrollback()).containsExactly("0123");
        screen.terminal.resize(12, 2);
        assertThat(screen.text()).isEqualTo("0123456789ab");
        assertThat(screen.cursor()).isEqualTo("0,11");
    }

    @Test
    void lowerScreenKeepsTheLinesAtTheBottom() {
        Screens screen = Screens.of(10, 4).feed("1\r\n2\r\n3\r\n4");
        screen.terminal.resize(10, 2);
        assertThat(screen.text()).isEqualTo("3\n4");
        assertThat(screen.scrollback()).containsExactly("1", "2");
        assertThat(screen.cursor()).isEqualTo("1,1");

        screen.terminal.resize(10, 4);
        assertThat(screen.text()).isEqualTo("1\n2\n3\n4");
        assertThat(screen.cursor()).isEqualTo("3,1");
        assertThat(screen.terminal.screenTop()).isZero();
    }

    @Test
    void blankRowsAtTheBottomMakeRoomFirst() {
        Screens screen = Screens.of(10, 6).feed("1\r\n2");
        screen.terminal.resize(10, 3);
        assertThat(screen.text()).isEqualTo("1\n2");
        assertThat(screen.scrollback()).isEmpty();
    }

    @Test
    void clearedScreenStaysClearedWhenItGrows() {
        Screens screen = Screens.of(10, 3).feed("1\r\n2\r\n3\\e[2J\\e[H$ ");
        screen.terminal.resize(10, 4);
        assertThat(screen.text()).isEqualTo("3\n$");
        assertThat(screen.cursor()).isEqualTo("1,2");
        screen.terminal.resize(10, 3);
        assertThat(screen.text()).isEqualTo("3\n$");
    }

    @Test
    void wideCharactersAreNotParted() {
        Screens screen = Screens.of(6, 3).feed("a世界b");
        screen.terminal.resize(4, 4);
        assertThat(screen.text()).isEqualTo("a世\n界b");
        screen.terminal.resize(6, 4);
        assertThat(screen.text()).isEqualTo("a世界b");
    }

    @Test
    void stylesMoveWithTheirText() {
        Screens screen = Screens.of(6, 3).feed("ab\\e[31mcdef\\e[mgh");
        screen.terminal.resize(3, 4);
        assertThat(ScreenText.style(screen.line(0).style(2))).isEqualTo("1");
        assertThat(ScreenText.style(screen.line(1).style(2))).isEqualTo("1");
        assertThat(ScreenText.style(screen.line(2).style(0))).isEmpty();
    }

    @Test
    void alternateScreenIsCutAndTheMainOneBrokenAnew() {
        Screens screen = Screens.of(10, 3).feed("0123456789ab\\e[?1049h\\e[3;9Hxy");
        screen.terminal.resize(5, 2);
        assertThat(screen.text()).isEmpty();
        assertThat(screen.cursor()).isEqualTo("1,4");
        screen.feed("\\e[?1049l!");
        assertThat(screen.text()).isEqualTo("56789\nab!");
    }

    @Test
    void sizesAreBounded() {
        Terminal terminal = new Terminal(0, -5, 10);
        assertThat(terminal.screen().columns()).isEqualTo(Terminal.FEWEST_COLUMNS);
        terminal.resize(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(terminal.screen().columns()).isEqualTo(Terminal.MOST_COLUMNS);
        assertThat(terminal.screen().rows()).isEqualTo(Terminal.MOST_ROWS);
    }

    @Test
    void furtherColumnsHaveTabStops() {
        Screens screen = Screens.of(10, 3);
        screen.terminal.resize(30, 3);
        assertThat(screen.feed("\t\t\tx").cursor()).isEqualTo("0,25");
    }
}
