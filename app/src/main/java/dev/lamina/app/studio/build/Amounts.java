package dev.lamina.app.studio.build;

import java.time.Duration;
import java.util.Locale;

/// Sizes and times for people. Sizes are decimal: 1 MB is a million bytes.
final class Amounts {
    private static final long MINUTE = 60;

    private Amounts() {}

    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        if (bytes < 999_950) {
            return oneDigit(bytes / 1e3) + " kB";
        }
        return bytes < 999_950_000 ? oneDigit(bytes / 1e6) + " MB" : oneDigit(bytes / 1e9) + " GB";
    }

    /// With its sign; the same when nothing changed.
    static String growth(long bytes) {
        if (bytes == 0) {
            return "±0";
        }
        return (bytes > 0 ? "+" : "−") + bytes(Math.abs(bytes));
    }

    static String time(Duration time) {
        double seconds = time.toMillis() / 1e3;
        if (seconds < 10) {
            return String.format(Locale.ROOT, seconds < 0.1 ? "%.2f s" : "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < MINUTE
                ? whole + " s"
                : String.format(Locale.ROOT, "%d:%02d min", whole / MINUTE, whole % MINUTE);
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
    }

    private static String oneDigit(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
