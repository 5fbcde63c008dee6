package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrintingTest {
    @Test
    void textGoesToTheNextLineAfterTheLastColumn() {
        Screens screen = Screens.of(5, 3).feed("hello");
        assertThat(screen.cursor()).isEqualTo("0,4");

        screen.feed(" world");

        assertThat(screen.text()).isEqualTo("hello\n worl\nd");
        assertThat(screen.line(0).wrapped()).isTrue();
        assertThat(screen.line(2).wrapped()).isFalse();
    }

    @Test
    void whatFillsALineExactlyDoesNotBreakIt() {
        Screens screen = Screens.of(5, 3).feed("hello\r\nworld");
        assertThat(screen.text()).isEqualTo("hello\nworld");
        assertThat(screen.line(0).wrapped()).isFalse();
    }

    @Test
    void withoutWrappingTheLastColumnKeepsTheLastCharacter() {
        assertThat(Screens.of(5, 2).feed("\\e[?7lab0123456789").text()).isEqualTo("ab019");
        assertThat(Screens.of(5, 2).feed("\\e[?7l0123").feed("4567").text()).isEqualTo("01237");
    }

    @Test
    void insertModeMovesTheRestOfTheLine() {
        assertThat(Screens.of(8, 2).feed("abcdef\r\\e[4h12\\e[4l3").text()).isEqualTo("123bcdef");
    }

    @Test
    void whatLeavesTheTopIsKept() {
        Screens screen = Screens.of(10, 2).feed("one\r\ntwo\r\nthree\r\nfour");
        assertThat(screen.scrollback()).containsExactly("one", "two");
        assertThat(screen.text()).isEqualTo("three\nfour");
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        Screens screen = Screens.of(5, 3).feed("a世界☕");

        assertThat(screen.text()).isEqualTo("a世界\n☕");
        Line line = screen.line(0);
        assertThat(new int[] {line.width(0), line.width(1), line.width(2), line.width(3), line.width(4)})
                .containsExactly(1, 2, 0, 2, 0);
        assertThat(line.codePoint(1)).isEqualTo('世');
        assertThat(screen.cursor()).isEqualTo("1,2");
    }

    @Test
    void wideCharacterThatDoesNotFitGoesToTheNextLine() {
        Screens screen = Screens.of(4, 3).feed("abc世");
        assertThat(screen.text()).isEqualTo("abc\n世");
        assertThat(screen.line(0).wrapped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1, 'x 界'", "2, ' x界'", "3, '世x'", "4, '世 x'"})
    void overwritingOneHalfOfAWideCharacterBlanksTheOther(int column, String expected) {
        assertThat(Screens.of(6, 2).feed("世界\\e[" + column + "Gx").text()).isEqualTo(expected);
    }

    @Test
    void marksBelongToTheCharacterBeforeThem() {
        Screens screen = Screens.of(5, 2).feed("e\u0301世\u0301x");
        Line line = screen.line(0);
        assertThat(line.text()).isEqualTo("e\u0301世\u0301x");
        assertThat(line.marks(0)).isEqualTo("\u0301");
        assertThat(line.marks(1)).isEqualTo("\u0301");
        assertThat(line.columns()).isEqualTo(4);
    }

    @Test
    void marksInTheLastColumnDoNotWrap() {
        Screens screen = Screens.of(3, 2).feed("abe\u0301");
        assertThat(screen.text()).isEqualTo("abe\u0301");
        assertThat(screen.cursor()).isEqualTo("0,2");
    }

    @Test
    void emojiThatAreJoinedStayTogether() {
        Line line = Screens.of(10, 2).feed("👩\u200d🚀!").line(0);
        assertThat(line.text()).isEqualTo("👩\u200d🚀!");
        assertThat(line.columns()).isEqualTo(5);
    }

    @Test
    void brokenUtf8BecomesReplacementCharacters() {
        byte[] bytes = {
            'a',
            (byte) 0xff,
            'b',
            (byte) 0xe4,
            (byte) 0xb8,
            'c',
            (byte) 0xc0,
            (byte) 0xaf,
            (byte) 0xed,
            (byte) 0xa0,
            (byte) 0x80
        };
        Screens screen = Screens.of(20, 2);
        screen.terminal.feed(bytes, 0, bytes.length);
        assertThat(screen.text()).isEqualTo("a\ufffdb\ufffdc" + "\ufffd".repeat(5));
    }

    @Test
    void escapeWithinACharacterEndsIt() {
        byte[] bytes = "ab\033[1mc".getBytes(StandardCharsets.UTF_8);
        bytes[1] = (byte) 0xe4;
        Screens screen = Screens.of(20, 2);
        screen.terminal.feed(bytes, 0, bytes.length);
        assertThat(screen.text()).isEqualTo("a\ufffdc");
        assertThat(Style.bold(screen.line(0).style(2))).isTrue();
    }

    @Test
    void whatWouldTurnTextAroundIsNotShown() {
        assertThat(Screens.of(20, 2)
                        .feed("a\u202eb\u2066c\u200fd\ufeffe\u2028f\u0085g\u009bh")
                        .text())
                .isEqualTo("abcdefgh");
    }

    @Test
    void lineDrawingCharactersComeFromTheirSet() {
        assertThat(Screens.of(20, 4)
                        .feed("\\e(0lqk\\e(Blqk\r\n\\e)0\\x0ex\\x0fx"
                                .replace("\\x0e", "\016")
                                .replace("\\x0f", "\017"))
                        .text())
                .isEqualTo("┌─┐lqk\n│x");
    }

    @Test
    void allLineDrawingCharactersAreThere() {
        StringBuilder all = new StringBuilder("\\e(0");
        for (char c = 0x60; c < 0x7f; c++) {
            all.append(c);
        }
        assertThat(Screens.of(40, 2).feed(all.toString()).text()).isEqualTo("◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·");
    }

    @Test
    void newLineModeReturnsToTheFirstColumn() {
        assertThat(Screens.of(9, 3).feed("ab\n\\e[20hcd\nef").text()).isEqualTo("ab\n  cd\nef");
    }

    @Test
    void lastCharacterIsRepeated() {
        assertThat(Screens.of(9, 3).feed("ab\\e[3b").text()).isEqualTo("abbbb");
        assertThat(Screens.of(9, 3).feed("\\e(0q\\e(B\\e[2b").text()).isEqualTo("───");
    }

    @Test
    void repeatingIsBoundedByTheScreen() {
        Screens screen = Screens.of(9, 3).feed("a\\e[65535b");
        assertThat(screen.terminal.newestLine()).isLessThan(10);
    }

    @Test
    void linesTellWhenTheyCame() {
        Screens screen = Screens.of(9, 3).feed("a\r\n");
        assertThat(screen.line(0).time()).isEqualTo(Screens.NOW);
        assertThat(screen.line(1).time()).isZero();
    }
}
