package dev.lamina.app.studio.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TextsTest {
    @Test
    void numbersAreWrittenAsTheWordsAreWhereverThisComputerStands() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Texts.of(Texts.class).get("link.open", 1234.5)).isEqualTo("Open 1,234.5 in the browser");
        } finally {
            Locale.setDefault(before);
        }
    }
}
