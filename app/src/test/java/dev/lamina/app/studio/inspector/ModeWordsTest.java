package dev.lamina.app.studio.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ModeWordsTest {

    @Test
    void bitsAreSaidInLettersAndWords() {
        assertThat(ModeWords.of("0644"))
                .isEqualTo("rw-r--r--: owner may read and write; group may read; others may read");
        assertThat(ModeWords.of("750"))
                .isEqualTo("rwxr-x---: owner may do all; group may read and run; others may nothing");
    }

    @Test
    void whatIsNoModeSaysNothing() {
        assertThat(ModeWords.of("0999")).isEmpty();
        assertThat(ModeWords.of("")).isEmpty();
    }
}
