package dev.lamina.vmlaunch.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SafeWordsTest {
    @Test
    void nothingThatATerminalObeysIsLeft() {
        assertThat(SafeWords.of(" a\033[2Jb\u009b1mc\u202ed\te\u2028f\u200bü漢 "))
                .isEqualTo("a [2Jb 1mc d e f ü漢");
    }

    @Test
    void theLastLineThatSaysSomethingCounts() {
        assertThat(SafeWords.last("first\nlast\r\n \033\n\n")).isEqualTo("last");
        assertThat(SafeWords.last("\n \n")).isEmpty();
        assertThat(SafeWords.last("x".repeat(1000))).isEqualTo("x".repeat(300) + "…");
    }

    @Test
    void wordsStandBehindASentenceWhenThereAreAny() {
        assertThat(SafeWords.append("it ended", "no disk")).isEqualTo("it ended: no disk");
        assertThat(SafeWords.append("it ended", "")).isEqualTo("it ended");
    }
}
