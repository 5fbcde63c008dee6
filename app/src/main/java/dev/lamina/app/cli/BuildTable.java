package dev.lamina.app.cli;

import dev.lamina.app.operation.BuildTimings;
import dev.lamina.app.operation.Cost;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What `lamina bench build` prints.
final class BuildTable {
    private BuildTable() {}

    static String text(BuildTimings result) {
        int runs = result.first().wall().runs().size();
        return String.join(
                "\n",
                result.name() + ", " + result.arch() + ", --compression " + result.compression() + ", "
                        + Bytes.text(result.bytes()) + ", " + Counts.text(runs, "run") + " in turns",
                String.format(Locale.ROOT, "%-30s %8s %8s %8s   %s", "", "min", "median", "CPU", "runs"),
                row("first, images are there", result.first()),
                row("unchanged", result.unchanged()),
                row("one service changed", result.changed()));
    }

    private static String row(String label, Cost cost) {
        return String.format(
                Locale.ROOT,
                "%-30s %6s s %6s s %6s s   %s",
                label,
                Seconds.text(cost.wall().min()),
                Seconds.text(cost.wall().median()),
                Seconds.text(cost.cpu().median()),
                Seconds.text(cost.wall()));
    }

    static Map<String, Object> json(BuildTimings result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "build");
        object.put("name", result.name());
        object.put("arch", result.arch());
        object.put("compression", result.compression());
        object.put("bytes", result.bytes());
        object.put("first", json(result.first()));
        object.put("unchanged", json(result.unchanged()));
        object.put("changed", json(result.changed()));
        return object;
    }

    private static Map<String, Object> json(Cost cost) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("wall", Seconds.json(cost.wall()));
        object.put("cpu", Seconds.json(cost.cpu()));
        return object;
    }
}
