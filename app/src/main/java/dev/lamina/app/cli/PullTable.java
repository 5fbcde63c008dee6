package dev.lamina.app.cli;

import dev.lamina.app.operation.Cost;
import dev.lamina.app.operation.PullTimings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What `lamina bench pull` prints.
final class PullTable {
    private PullTable() {}

    static String text(PullTimings result) {
        int runs = result.pull().wall().runs().size();
        return String.join(
                "\n",
                result.image() + ", " + result.arch() + ", "
                        + Counts.text(result.layers(), "layer") + ", "
                        + Bytes.text(result.bytes()) + ", " + Counts.text(runs, "run") + " in turns",
                String.format(Locale.ROOT, "%-26s %10s %8s %8s   %s", "", "best MB/s", "median s", "CPU s", "runs"),
                row("plain GET", result.get(), result.bytes()),
                row("plain GET and SHA-256", result.hashed(), result.bytes()),
                row("the same, written to files", result.written(), result.bytes()),
                row("pull into a new store", result.pull(), result.bytes()),
                String.format(
                        Locale.ROOT,
                        "a pull takes %.2f times as long as plain GET and SHA-256, %.2f with writing (best of each)",
                        result.ratio(result.hashed()),
                        result.ratio(result.written())));
    }

    private static String row(String label, Cost cost, long bytes) {
        return String.format(
                Locale.ROOT,
                "%-26s %10.0f %8s %8s   %s",
                label,
                rate(cost, bytes),
                Seconds.text(cost.wall().median()),
                Seconds.text(cost.cpu().median()),
                Seconds.text(cost.wall()));
    }

    /// Millions of bytes a second, in the shortest run.
    private static double rate(Cost cost, long bytes) {
        return bytes / 1e6 / (cost.wall().min().toNanos() / 1e9);
    }

    static Map<String, Object> json(PullTimings result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "pull");
        object.put("image", result.image().name());
        object.put("arch", result.arch());
        object.put("layers", result.layers());
        object.put("bytes", result.bytes());
        object.put("get", json(result.get(), result.bytes()));
        object.put("hashed", json(result.hashed(), result.bytes()));
        object.put("written", json(result.written(), result.bytes()));
        object.put("pull", json(result.pull(), result.bytes()));
        object.put("ratio", result.ratio(result.hashed()));
        object.put("ratioWritten", result.ratio(result.written()));
        return object;
    }

    private static Map<String, Object> json(Cost cost, long bytes) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("megabytesPerSecond", rate(cost, bytes));
        object.put("wall", Seconds.json(cost.wall()));
        object.put("cpu", Seconds.json(cost.cpu()));
        return object;
    }
}
