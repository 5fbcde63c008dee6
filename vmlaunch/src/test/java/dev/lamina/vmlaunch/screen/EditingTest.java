package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EditingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\e[K     | abcd/ef/ijkl",
                "\\e[0K    | abcd/ef/ijkl",
                "\\e[1K    | abcd/   h/ijkl",
                "\\e[2K    | abcd//ijkl",
                "\\e[?K    | abcd/ef/ijkl",
                "\\e[J     | abcd/ef",
                "\\e[1J    | /   h/ijkl",
                "\\e[2J    | ''",
                "\\e[9J    | abcd/efgh/ijkl",
                "\\e[X     | abcd/ef h/ijkl",
                "\\e[9X    | abcd/ef/ijkl",
                "\\e[@     | abcd/ef g/ijkl",
                "\\e[9@    | abcd/ef/ijkl",
                "\\e[P     | abcd/efh/ijkl",
                "\\e[9P    | abcd/ef/ijkl",
                "\\e[L     | abcd//efgh",
                "\\e[9L    | abcd",
                "\\e[M     | abcd/ijkl",
                "\\e[9M    | abcd",
                "\\e[S     | efgh/ijkl",
                "\\e[9S    | ''",
                "\\e[T     | /abcd/efgh",
                "\\e[2T    | //abcd",
                "\\e#8     | EEEE/EEEE/EEEE"
            })
    void charactersAreErasedAndMoved(String input, String expected) {
        Screens screen = Screens.of(4, 3).feed("abcd\r\nefgh\r\nijkl\\e[2;3H");
        assertThat(screen.feed(input.strip()).text().replace("\n", "/").replaceAll("/+$", ""))
                .isEqualTo(expected);
    }

    @Test
    void linesMoveOnlyWithinTheMargins() {
        String three = "1\r\n2\r\n3\r\n4\\e[2;3r";
        assertThat(Screens.of(4, 4).feed(three + "\\e[2;1H\\e[L").text()).isEqualTo("1\n\n2\n4");
        assertThat(Screens.of(4, 4).feed(three + "\\e[2;1H\\e[M").text()).isEqualTo("1\n3\n\n4");
        assertThat(Screens.of(4, 4).feed(three + "\\e[4;1H\\e[M").text()).isEqualTo("1\n2\n3\n4");
    }

    @Test
    void erasedCellsTakeTheBackground() {
        Line line = Screens.of(6, 2).feed("abc\\e[1;31;44m\\e[2D\\e[K").line(0);
        assertThat(ScreenText.style(line.style(0))).isEmpty();
        assertThat(ScreenText.style(line.style(1))).isEqualTo("on 4");
        assertThat(line.columns()).isEqualTo(6);
    }

    @Test
    void clearedScreenIsKept() {
        Screens screen = Screens.of(6, 3).feed("one\r\ntwo\\e[2Jx");
        assertThat(screen.scrollback()).containsExactly("one", "two");
        assertThat(screen.text()).isEqualTo("\n   x");
    }

    @Test
    void scrollbackIsErasedWhenTheGuestAsks() {
        assertThat(Screens.of(6, 2).feed("1\r\n2\r\n3\r\n4\\e[3J").scrollback()).isEmpty();
    }

    @Test
    void halvesOfWideCharactersDoNotStay() {
        assertThat(Screens.of(6, 2).feed("世界\\e[1;2H\\e[X").text()).isEqualTo("  界");
        assertThat(Screens.of(6, 2).feed("世界\\e[1;2H\\e[P").text()).isEqualTo(" 界");
        assertThat(Screens.of(6, 2).feed("世界!!\\e[1;1H\\e[@").text()).isEqualTo(" 世界!");
        assertThat(Screens.of(4, 2).feed("世界\\e[1;1H\\e[@").text()).isEqualTo(" 世");
        assertThat(Screens.of(6, 2).feed("世界\\e[1;3H\\e[1K").text()).isEmpty();
    }

    @Test
    void lineThatIsErasedToItsEndNoLongerGoesOn() {
        Screens screen = Screens.of(3, 3).feed("abcdef\\e[1;2H\\e[K");
        assertThat(screen.line(0).wrapped()).isFalse();
    }
}
