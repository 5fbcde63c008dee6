package dev.lamina.model.exposure;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// How exposed a container is.
///
/// @param parts what counts, the heaviest first; their sum is the value, as far as it is not above 10
/// @param complete whether the label of its image is known; if not, more may come from there
public record Score(List<Part> parts, boolean complete) {
    private static final int MOST = 1000;

    private static final Comparator<Part> HEAVIEST_FIRST =
            Comparator.comparingInt(Part::points).reversed().thenComparing(Part::what);

    public Score {
        parts = parts.stream().sorted(HEAVIEST_FIRST).toList();
    }

    /// In hundredths, from 0 to 1000.
    public int points() {
        return Math.clamp(parts.stream().mapToInt(Part::points).sum(), 0, MOST);
    }

    /// From 0, tight, to 10, owns the machine.
    public double value() {
        return points() / 100.0;
    }

    /// With one decimal, e.g. `6.4`.
    public String text() {
        return String.format(Locale.ROOT, "%.1f", value());
    }

    public Level level() {
        return Level.of(points());
    }
}
