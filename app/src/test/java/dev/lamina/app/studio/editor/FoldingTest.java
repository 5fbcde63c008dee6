package dev.lamina.app.studio.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.editor.Folding.Region;
import org.junit.jupiter.api.Test;

final class FoldingTest {
    private static final Lines LINES = Lines.of("""
            kernel:
              image: a

            services:
            - name: b
              binds:
                - c
                # about d
                - d

            - name: e
              image: f
            """);

    @Test
    void aKeyHidesWhatBelongsToItAndNoBlankLinesBehind() {
        assertThat(Folding.at(LINES, 0)).isEqualTo(new Region(0, 1));
        assertThat(Folding.at(LINES, 3)).isEqualTo(new Region(3, 11));
        assertThat(Folding.at(LINES, 4)).isEqualTo(new Region(4, 8));
        assertThat(Folding.at(LINES, 5)).isEqualTo(new Region(5, 8));
    }

    @Test
    void onlyLinesWithSomethingBelowOpen() {
        assertThat(Folding.opens(LINES, 3)).isTrue();
        assertThat(Folding.opens(LINES, 1)).isFalse();
        assertThat(Folding.opens(LINES, 2)).isFalse();
        assertThat(Folding.opens(LINES, 11)).isFalse();
    }

    @Test
    void aLineIsInItsInnermostRegion() {
        assertThat(Folding.around(LINES, 6)).isEqualTo(new Region(5, 8));
        assertThat(Folding.around(LINES, 11)).isEqualTo(new Region(10, 11));
        assertThat(Folding.around(LINES, 2)).isEqualTo(new Region(2, 2));
    }

    @Test
    void componentsAreTheKernelAndTheElements() {
        assertThat(Folding.components(LINES)).containsExactly(new Region(0, 1), new Region(4, 8), new Region(10, 11));
    }
}
