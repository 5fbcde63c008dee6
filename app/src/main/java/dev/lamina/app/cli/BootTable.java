package dev.lamina.app.cli;

import dev.lamina.app.operation.BootComparison;
import dev.lamina.app.operation.BootComparison.ReadySign;
import dev.lamina.app.operation.Timings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What `lamina bench boot` prints.
final class BootTable {
    private BootTable() {}

    static String text(BootComparison result) {
        int runs = result.bare().runs().size();
        String comparison = String.join(
                "\n",
                result.name() + ", " + result.arch() + ", " + result.accelerator() + ", " + result.memoryMib()
                        + " MiB, " + runs + (runs == 1 ? " run" : " runs") + " in turns",
                String.format(Locale.ROOT, "%-30s %8s %8s   %s", "", "min", "median", "runs"),
                row("kernel alone, to a shell", result.bare()),
                row("whole system, " + sign(result.sign()), result.system()),
                String.format(Locale.ROOT, "%-30s %8s %8.2f", "ratio of the medians", "", result.ratio()));
        return result.timeline().spans().isEmpty()
                ? comparison
                : comparison + "\n\n" + TimelineTable.text(result.timeline());
    }

    private static String sign(ReadySign sign) {
        return switch (sign) {
            case EVENT -> "ready";
            case LOGIN_PROMPT -> "login prompt";
        };
    }

    private static String row(String label, Timings timings) {
        String runs = timings.runs().stream().map(BootTable::seconds).collect(Collectors.joining(" "));
        return String.format(
                Locale.ROOT, "%-30s %6s s %6s s   %s", label, seconds(timings.min()), seconds(timings.median()), runs);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.2f", inSeconds(time));
    }

    /// Milliseconds are as fine as it makes sense.
    private static double inSeconds(Duration time) {
        return Math.round(time.toNanos() / 1e6) / 1e3;
    }

    static Map<String, Object> json(BootComparison result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "boot");
        object.put("name", result.name());
        object.put("arch", result.arch());
        object.put("accelerator", result.accelerator());
        object.put("memoryMib", result.memoryMib());
        object.put("bare", json(result.bare()));
        object.put("system", json(result.system()));
        object.put("readyBy", result.sign().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        object.put("ratio", Math.round(result.ratio() * 1000) / 1e3);
        object.put("timeline", TimelineTable.json(result.timeline()));
        return object;
    }

    private static Map<String, Object> json(Timings timings) {
        List<Double> seconds = timings.runs().stream().map(BootTable::inSeconds).toList();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("min", inSeconds(timings.min()));
        object.put("median", inSeconds(timings.median()));
        object.put("seconds", seconds);
        return object;
    }
}
