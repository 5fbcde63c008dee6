package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a guest can make a terminal do, and what not.
final class UntrustedGuestTest {
    private final Screens screen = Screens.of(20, 4);
    private final List<String> replies = new ArrayList<>();

    UntrustedGuestTest() {
        screen.terminal.onReply(bytes -> replies.add(new String(bytes, StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\e[5n          | \\e[0n",
                "\\e[2;3H\\e[6n  | \\e[2;3R",
                "\\e[2;3H\\e[?6n | \\e[?2;3R",
                "\\e[c           | \\e[?62;22c",
                "\\e[0c          | \\e[?62;22c",
                "\\e[>c          | \\e[>1;10;0c"
            })
    void harmlessQuestionsAreAnswered(String question, String answer) {
        screen.feed(question.strip());
        assertThat(replies).containsExactly(answer.replace("\\e", "\033"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\e]0;rm -rf\007\\e[21t", // the title, which would be typed
                "\\e[20t",
                "\\e[18t",
                "\\e]52;c;?\007",
                "\\e]52;c;ZXZpbA==\007",
                "\\e]4;1;?\007",
                "\\e]10;?\\e\\",
                "\\eP$qm\\e\\",
                "\\eP+q544e\\e\\",
                "\\e]1337;File=name=eA==:eA==\007",
                "\\e]50;?\007",
                "\\e]7;file:///etc/passwd\007",
                "\\e_Gf=24,t=f;L2V0Yy9wYXNzd2Q=\\e\\",
                "\\e[5i\\e[4i",
                "\\e[?1$p",
                "\\e[x",
                "\005"
            })
    void otherQuestionsAndOrdersDoNothing(String order) {
        screen.feed("before" + order + "after");
        assertThat(replies).isEmpty();
        assertThat(screen.text()).isEqualTo("beforeafter");
    }

    @Test
    void answersAreBounded() {
        screen.feed("\\e[6n".repeat(100_000));
        assertThat(replies).allMatch(reply -> reply.length() <= Answers.MOST);
        assertThat(String.join("", replies).length()).isLessThan(400_000);
    }

    @Test
    void titleIsCleanedAndBounded() {
        screen.feed("\\e]0;a\nb\u202ec\u009bd" + "e".repeat(1000) + "\007");
        assertThat(screen.terminal.modes().title()).isEqualTo("abcd" + "e".repeat(252));
    }

    @Test
    void stringWithoutAnEndDoesNotHideWhatFollows() {
        screen.feed("\\eP" + "x".repeat(4096) + "y");
        screen.feed("\r\nkernel panic");
        assertThat(screen.text()).isEqualTo("\nkernel panic");
    }

    @Test
    void stringsEndAtCancelAndEscape() {
        assertThat(screen.feed("\\e]0;x\030a\\e_y\032b\\ePz\\e[1mc").text()).isEqualTo("abc");
        assertThat(Style.bold(screen.line(0).style(2))).isTrue();
    }

    @Test
    void paletteOfTheLinuxConsoleHasNoEnd() {
        assertThat(screen.feed("a\\e]P1aabbccb\\e]Rc\\e]Rd").text()).isEqualTo("abcd");
    }

    @Test
    void hugeNumbersAreHarmless() {
        screen.feed("\\e[99999999999999999999;99999999999999999999Hx\\e[99999999999@\\e[4294967297A\\e[2147483648b");
        assertThat(screen.terminal.newestLine()).isLessThan(20);
    }

    @Test
    void charactersTakeOnlySoManyMarks() {
        screen.feed("a" + "\u0301".repeat(10_000));
        assertThat(screen.line(0).marks(0)).hasSize(Marks.MOST);
    }

    @Test
    void scrollbackOfTheMostExpensiveLinesIsBounded() {
        Terminal terminal = new Terminal(1000, 50, 10_000);
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < 1000; column++) {
            line.append("\033[38;2;%d;1;2;48;2;3;4;%dm😀\u0301\u0302".formatted(column % 256, column / 4));
        }
        byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 500; i++) {
            terminal.feed(bytes, 0, bytes.length);
            assertThat(terminal.scrollbackBytes()).isLessThan(10_000 * 650L);
        }
        assertThat(terminal.screenTop() - terminal.oldestLine()).isPositive();
    }

    @Test
    void unknownSequencesAreSwallowed() {
        assertThat(screen.feed("a\\e[>4;2mb\\e[?1;2$yc\\e[=5hd\\e[1 @e\\e%Gf\\e[1;2;3*zg\\e[1<2mh")
                        .text())
                .isEqualTo("abcdefgh");
    }
}
