package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MovementTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\e[3;5H              | 2,4",
                "\\e[3;5f              | 2,4",
                "\\e[H                 | 0,0",
                "\\e[99;99H            | 5,9",
                "\\e[0;0H              | 0,0",
                "\\e[4;6H\\e[A         | 2,5",
                "\\e[4;6H\\e[99A       | 0,5",
                "\\e[4;6H\\e[2B        | 5,5",
                "\\e[4;6H\\e[0e        | 4,5",
                "\\e[4;6H\\e[2C        | 3,7",
                "\\e[4;6H\\e[99a       | 3,9",
                "\\e[4;6H\\e[2D        | 3,3",
                "\\e[4;6H\\e[2E        | 5,0",
                "\\e[4;6H\\e[2F        | 1,0",
                "\\e[4;6H\\e[3G        | 3,2",
                "\\e[4;6H\\e[3`        | 3,2",
                "\\e[4;6H\\e[2d        | 1,5",
                "abc\\b                | 0,2",
                "abc\\r                | 0,0",
                "a\\t                  | 0,8",
                "a\\t\\t               | 0,9",
                "a\\e[2I               | 0,9",
                "\\e[1;10H\\e[Z        | 0,8",
                "\\e[1;10H\\e[9Z       | 0,0",
                "\\e[1;4H\\eH\\r\\t    | 0,3",
                "\\e[3g\\t             | 0,9",
                "\\e[1;9H\\e[g\\r\\t   | 0,9",
                "\\e[4;6H\\eD          | 4,5",
                "\\e[4;6H\\eE          | 4,0",
                "\\e[4;6H\\eM          | 2,5",
                "\\e[4;6H\\e7\\e[H\\e8 | 3,5",
                "\\e[4;6H\\e[s\\e[H\\e[u | 3,5",
                "\\e8                  | 0,0",
                "\\e[4;6H\\e[2;4r      | 0,0",
                "\\e[2;4r\\e[4;1H\\e[9B | 3,0",
                "\\e[2;4r\\e[2;1H\\e[9A | 1,0",
                "\\e[2;4r\\e[6;1H\\e[A | 4,0",
                "\\e[2;4r\\e[?6h       | 1,0",
                "\\e[2;4r\\e[?6h\\e[9;9H | 3,8",
                "\\e[2;4r\\e[?6h\\e[?6l | 0,0",
                "\\e[4;6H\\e[5;5r      | 3,5",
                "\\e[2;99r\\e[6;1H\\n  | 5,0",
            })
    void cursorGoesWhereItIsSent(String input, String expected) {
        String bytes = input.strip()
                .replace("\\b", "\b")
                .replace("\\r", "\r")
                .replace("\\n", "\n")
                .replace("\\t", "\t");
        assertThat(Screens.of(10, 6).feed(bytes).cursor()).isEqualTo(expected);
    }

    @Test
    void savedCursorKeepsStyleAndCharacterSet() {
        Line line = Screens.of(10, 2).feed("\\e[1m\\e(0\\e7\\e[m\\e(Bq\\e8q").line(0);
        assertThat(line.text()).isEqualTo("─");
        assertThat(Style.bold(line.style(0))).isTrue();
    }

    @Test
    void scrollingStaysWithinTheMargins() {
        Screens screen = Screens.of(4, 5).feed("1\r\n2\r\n3\r\n4\r\n5\\e[2;4r\\e[4;1H\n\\e[2;1H\\eM\\eM");
        assertThat(screen.text()).isEqualTo("1\n\n\n3\n5");
        assertThat(screen.scrollback()).isEmpty();
    }

    @Test
    void scrollingAreaAtTheTopFillsTheScrollback() {
        Screens screen = Screens.of(4, 3).feed("1\r\n2\r\n3\\e[1;2r\\e[2;1H\n4");
        assertThat(screen.text()).isEqualTo("2\n4\n3");
        assertThat(screen.scrollback()).containsExactly("1");
    }

    @Test
    void lineFeedBelowTheMarginsDoesNotScroll() {
        assertThat(Screens.of(4, 3).feed("1\r\n2\r\n3\\e[1;2r\\e[3;2H\n\n4").text())
                .isEqualTo("1\n2\n34");
    }

    @Test
    void movingForgetsThatTheLineWasFull() {
        assertThat(Screens.of(3, 2).feed("abc\\e[Dx").text()).isEqualTo("axc");
        assertThat(Screens.of(3, 2).feed("abc\rx").text()).isEqualTo("xbc");
    }
}
