package dev.lamina.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StudioTest {
    @Test
    void aWindowIsAsLargeAsItWasWhereThereIsRoom() {
        assertThat(Studio.length(1440, 1920)).isEqualTo(1440);
        assertThat(Studio.length(1440, 1280)).isEqualTo(1280);
        assertThat(Studio.length(10, 1280)).isEqualTo(400);
    }

    @Test
    void itAlsoOpensOnAScreenThatIsSmallerThanTheSmallestWindow() {
        assertThat(Studio.length(900, 208)).isEqualTo(208);
    }
}
