package dev.lamina.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class LetteringTest {
    @Test
    void aLineHasNothingThatIsNoLetter() {
        assertThat(Lettering.line("\u0000a\u0007\u001b[31m\u202eb\u2066\u200f \ud800\ufffe\ue000c"))
                .isEqualTo("a[31mb c");
        assertThat(Lettering.line(" one\ntwo\r\n\tthree\u2028four\u00a0")).isEqualTo("one two   three four");
        assertThat(Lettering.line("数据库 שלום é 🐧")).isEqualTo("数据库 שלום é 🐧");
        assertThat(Lettering.line("x".repeat(1_000_000))).hasSize(400);
    }

    @Test
    void widthsAreThoseOfHelvetica() {
        assertThat(Lettering.width("Hello, world", 10, false)).isCloseTo(52.23, Offset.offset(0.001));
        assertThat(Lettering.width("Hello", 1000, true)).isEqualTo(722 + 556 + 278 + 278 + 611);
        assertThat(Lettering.width("é", 10, false)).isEqualTo(Lettering.width("e", 10, false));
        assertThat(Lettering.width("e\u0301", 10, false)).isEqualTo(Lettering.width("e", 10, false));
    }

    @Test
    void whatIsTooLongEndsInAnEllipsis() {
        assertThat(Lettering.fit("short", 10, false, 100)).isEqualTo("short");
        assertThat(Lettering.fit("a longer text", 10, false, 40)).isEqualTo("a long…");
        assertThat(Lettering.fit("🐧🐧🐧", 10, false, 25)).isEqualTo("🐧…");
        assertThat(Lettering.fit("text", 10, false, 0)).isEqualTo("…");
    }

    @Test
    void numbersHaveAtMostTwoDigitsBehindThePoint() {
        assertThat(Numbers.text(0)).isEqualTo("0");
        assertThat(Numbers.text(-0.001)).isEqualTo("0");
        assertThat(Numbers.text(12.5)).isEqualTo("12.5");
        assertThat(Numbers.text(-1.005)).isEqualTo("-1");
        assertThat(Numbers.text(3.049)).isEqualTo("3.05");
        assertThat(Numbers.text(1448)).isEqualTo("1448");
    }
}
