package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import java.time.Duration;
import java.util.Locale;

/// Times as people read them.
final class Times {
    private static final Duration CHANCE = Duration.ofMillis(20);

    private Times() {}

    /// For example `412 ms` or `2.71 s`.
    static String words(Duration time) {
        long millis = time.toMillis();
        return millis < 1000
                ? millis + " ms"
                : String.format(Locale.ROOT, millis < 10_000 ? "%.2f s" : "%.1f s", millis / 1000.0);
    }

    /// Whether a difference is too small to mean anything.
    static boolean isChance(Duration more) {
        return more.abs().compareTo(CHANCE) < 0;
    }

    /// For example `120 ms faster`.
    static String difference(Duration more) {
        if (isChance(more)) {
            return TEXTS.get("time.same");
        }
        return TEXTS.get(more.isNegative() ? "time.faster" : "time.slower", words(more.abs()));
    }
}
