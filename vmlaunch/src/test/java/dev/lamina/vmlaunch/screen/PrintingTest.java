package dev.lamina.vmlaunch.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void whatLeavesTheTopIsKept() {
        Screens screen = Screens.of(10, 2).feed("one\r\ntwo\r\nthree\r\nfour");
        assertThat(screen.scrollback()).containsExactly("one", "two");
        assertThat(screen.text()).isEqualTo("three\nfour");
    }
}
