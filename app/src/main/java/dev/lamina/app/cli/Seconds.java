package dev.lamina.app.cli;

import dev.lamina.app.operation.Timings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Times as the benchmarks print them.
final class Seconds {
    private Seconds() {}

    static String text(Duration time) {
        return String.format(Locale.ROOT, "%.2f", number(time));
    }

    /// All runs in their order.
    static String text(Timings timings) {
        return timings.runs().stream().map(Seconds::text).collect(Collectors.joining(" "));
    }

    /// A line of a table: the label in a column of that width, the least, the median and all.
    static String row(int width, String label, Timings timings) {
        return String.format(
                Locale.ROOT,
                "%-" + width + "s %6s s %6s s   %s",
                label,
                text(timings.min()),
                text(timings.median()),
                text(timings));
    }

    /// The same in milliseconds: the least, the median, and what at most one run of twenty was above.
    static String millis(int width, String label, Timings timings) {
        return String.format(
                Locale.ROOT,
                "%-" + width + "s %8d %8d %8d",
                label,
                timings.min().toMillis(),
                timings.median().toMillis(),
                timings.p95().toMillis());
    }

    /// Milliseconds are as fine as it makes sense.
    static double number(Duration time) {
        return Math.round(time.toNanos() / 1e6) / 1e3;
    }

    static Map<String, Object> json(Timings timings) {
        List<Double> seconds = timings.runs().stream().map(Seconds::number).toList();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("min", number(timings.min()));
        object.put("median", number(timings.median()));
        object.put("seconds", seconds);
        return object;
    }
}
