package dev.lamina.app.cli;

import dev.lamina.app.operation.BootComparison;
import dev.lamina.app.operation.BootComparison.ReadySign;
import dev.lamina.app.operation.Timings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What `lamina bench boot` prints.
final class BootTable {
    private BootTable() {}

    static String text(BootComparison result) {
        int runs = result.bare().runs().size();
        String comparison = String.join(
                "\n",
                result.name() + ", " + result.arch() + ", " + result.accelerator() + ", " + result.memoryMib()
                        + " MiB, " + Counts.text(runs, "run") + " in turns",
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
        return Seconds.row(30, label, timings);
    }

    static Map<String, Object> json(BootComparison result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "boot");
        object.put("name", result.name());
        object.put("arch", result.arch());
        object.put("accelerator", result.accelerator());
        object.put("memoryMib", result.memoryMib());
        object.put("bare", Seconds.json(result.bare()));
        object.put("system", Seconds.json(result.system()));
        object.put("readyBy", result.sign().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        object.put("ratio", Math.round(result.ratio() * 1000) / 1e3);
        object.put("timeline", TimelineTable.json(result.timeline()));
        return object;
    }
}
