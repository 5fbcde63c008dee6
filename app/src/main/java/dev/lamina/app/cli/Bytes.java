package dev.lamina.app.cli;

import java.util.Locale;

/// Sizes and times for people. Sizes are decimal: 1 MB is a million bytes.
final class Bytes {
    private Bytes() {}

    static String text(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        if (bytes < 999_950) {
            return oneDigit(bytes / 1e3) + " kB";
        }
        return bytes < 999_950_000 ? oneDigit(bytes / 1e6) + " MB" : oneDigit(bytes / 1e9) + " GB";
    }

    static String seconds(double seconds) {
        return seconds < 60
                ? oneDigit(seconds) + " s"
                : String.format(Locale.ROOT, "%d:%02d min", (long) seconds / 60, (long) seconds % 60);
    }

    private static String oneDigit(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
