package dev.lamina.app.studio.canvas;

import dev.lamina.model.exposure.Level;
import dev.lamina.model.exposure.Score;

/// How exposed a container is, as a card shows it.
///
/// @param text from `0.0` to `10.0`
/// @param fraction the same from 0 to 1
record Exposed(String text, double fraction, Level level) {
    private static final double MOST = 10;

    static Exposed of(Score score) {
        return new Exposed(score.text(), score.value() / MOST, score.level());
    }

    /// How it is coloured: one of `success`, `warning`, `danger`.
    String tone() {
        return switch (level) {
            case TIGHT, MODERATE -> "success";
            case WIDE -> "warning";
            case DANGEROUS, OWNS_MACHINE -> "danger";
        };
    }
}
