package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ScrollbackTest {
    private static Terminal counting(int scrollback, int lines) {
        Terminal terminal = new Terminal(80, 10, scrollback);
        for (int i = 0; i < lines; i++) {
            byte[] bytes = ("line " + i + "\r\n").getBytes(StandardCharsets.UTF_8);
            terminal.feed(bytes, 0, bytes.length);
        }
        return terminal;
    }

    @Test
    void numbersCountFromTheFirstLineEver() {
        Terminal terminal = counting(1000, 5000);
        assertThat(terminal.screenTop()).isEqualTo(4991);
        assertThat(terminal.newestLine()).isEqualTo(5000);
        assertThat(terminal.oldestLine()).isEqualTo(3991);
        for (long number = terminal.oldestLine(); number < 5000; number++) {
            assertThat(terminal.line(number).text()).isEqualTo("line " + number);
        }
    }

    @Test
    void linesThatAreNotThereAreEmpty() {
        Terminal terminal = counting(1000, 5000);
        assertThat(terminal.line(10).text()).isEmpty();
        assertThat(terminal.line(9999).text()).isEmpty();
        assertThat(terminal.line(-1).columns()).isZero();
    }

    @Test
    void snapshotStartsAtTheNearestLineThatIsThere() {
        Terminal terminal = counting(1000, 5000);
        assertThat(terminal.snapshot(0, 3).lines())
                .extracting(Line::text)
                .containsExactly("line 3991", "line 3992", "line 3993");
        assertThat(terminal.snapshot(4998, 100).lines())
                .extracting(Line::text)
                .containsExactly("line 4998", "line 4999", "");
        assertThat(terminal.snapshot(4998, 0).lines()).isEmpty();
    }

    @Test
    void snapshotStaysAsItWas() {
        Terminal terminal = counting(100, 200);
        Snapshot before = terminal.snapshot(terminal.oldestLine(), 110);
        String text = String.join("\n", before.lines().stream().map(Line::text).toList());

        byte[] more = "x\r\n".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        terminal.feed(more, 0, more.length);
        terminal.resize(20, 5);

        assertThat(String.join("\n", before.lines().stream().map(Line::text).toList()))
                .isEqualTo(text);
    }

    @Test
    void lineThatDidNotChangeIsTheSameObject() {
        Terminal terminal = counting(100, 5);
        Snapshot before = terminal.screen();
        terminal.feed("x".getBytes(StandardCharsets.UTF_8), 0, 1);
        Snapshot after = terminal.screen();
        assertThat(after.lines().get(2)).isSameAs(before.lines().get(2));
        assertThat(after.lines().get(5)).isNotSameAs(before.lines().get(5));
        assertThat(after.changes()).isGreaterThan(before.changes());
    }

    @Test
    void withoutScrollbackNothingIsKept() {
        Terminal terminal = counting(0, 500);
        assertThat(terminal.oldestLine()).isEqualTo(terminal.screenTop()).isEqualTo(491);
    }

    @Test
    void hundredThousandLinesTakeTenMegabytes() {
        Terminal terminal = new Terminal(80, 24, 100_000);
        byte[] line = ("x".repeat(79) + "\r\n").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 110_000; i++) {
            terminal.feed(line, 0, line.length);
        }
        assertThat(terminal.screenTop() - terminal.oldestLine()).isEqualTo(100_000);
        assertThat(terminal.scrollbackBytes()).isBetween(9_000_000L, 10_000_000L);
    }

    @Test
    void keptLinesHaveStylesMarksAndTimes() {
        Screens screen = Screens.of(30, 1).feed("ab\\e[1;38;2;1;2;3;48;5;200mcd\\e[m e\u0301 世界\r\n");
        Line line = screen.terminal.line(0);
        assertThat(line.text()).isEqualTo("abcd e\u0301 世界");
        assertThat(ScreenText.style(line.style(2))).isEqualTo("bold #010203 on 200");
        assertThat(line.style(4)).isEqualTo(Style.DEFAULT);
        assertThat(line.marks(5)).isEqualTo("\u0301");
        assertThat(line.width(7)).isEqualTo(2);
        assertThat(line.time()).isEqualTo(Screens.NOW);
        assertThat(line.text(2, 8)).isEqualTo("cd e\u0301 世");
    }
}
