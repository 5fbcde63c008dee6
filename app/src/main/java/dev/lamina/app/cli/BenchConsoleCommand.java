package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.operation.BenchConsole;
import dev.lamina.app.operation.BenchConsole.Flood;
import dev.lamina.app.operation.BenchConsole.Scrollback;
import dev.lamina.app.operation.ConsoleInput;
import dev.lamina.app.operation.Timings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lamina bench console`.
@Command(
        name = "console",
        header = "Measure how fast the console's terminal takes in a flood.",
        description = {
            "Feeds what guests send to a terminal in this process: alone, and while its screen is looked at as",
            "often as a window does. Beside it stands what looking at each byte takes. Needs no display and no",
            "guest."
        },
        footer = {"", "Examples:", "  lamina bench console", "  lamina bench console --mib 200 --runs 3 --json"})
final class BenchConsoleCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--mib",
            paramLabel = "N",
            defaultValue = "50",
            description = "What is fed in each run, at most 1024 (default: ${DEFAULT-VALUE}).")
    int mib = 50;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "7",
            description = "Runs of each kind (default: ${DEFAULT-VALUE}).")
    int runs = 7;

    BenchConsoleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BenchConsole.Result result = measure();
        session.print(() -> text(result), () -> json(result));
        return 0;
    }

    private BenchConsole.Result measure() {
        try (ProgressView progress = session.progress()) {
            return new BenchConsole()
                    .run(new BenchConsole.Request(Math.clamp(mib, 1, 1024), Math.max(1, runs)), progress.reporter());
        }
    }

    static String text(BenchConsole.Result result) {
        List<String> lines = new ArrayList<>();
        lines.add(row("MB/s (median)", "alone", "per CPU s", "watched", "bytes only", "ratio", "longest look"));
        for (Flood flood : result.floods()) {
            lines.add(row(
                    label(flood.input()),
                    number(rate(flood, flood.alone())),
                    number(perCpuSecond(flood)),
                    number(rate(flood, flood.watched())),
                    number(rate(flood, flood.scan())),
                    String.format(Locale.ROOT, "%.2f", rate(flood, flood.alone()) / rate(flood, flood.scan())),
                    String.format(Locale.ROOT, "%.1f ms", flood.longestLook().toNanos() / 1e6)));
        }
        for (Scrollback scrollback : result.scrollbacks()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-22s %d lines take %.1f MB, %d bytes each",
                    label(scrollback.input()),
                    scrollback.lines(),
                    scrollback.bytes() / 1e6,
                    scrollback.bytes() / scrollback.lines()));
        }
        return String.join("\n", lines);
    }

    private static String row(String label, Object... values) {
        return String.format(Locale.ROOT, "%-22s", label)
                + String.format(Locale.ROOT, "%8s %10s %9s %12s %7s %14s", values);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static double rate(Flood flood, Timings timings) {
        return flood.bytes() / 1e6 / (timings.median().toNanos() / 1e9);
    }

    private static double perCpuSecond(Flood flood) {
        double bytes = (double) flood.bytes() * flood.alone().runs().size();
        return bytes / 1e6 / Math.max(0.001, flood.cpu().toNanos() / 1e9);
    }

    private static String label(ConsoleInput input) {
        return switch (input) {
            case PLAIN -> "plain flood";
            case COLOURED -> "coloured log";
            case INTERNATIONAL -> "international text";
            case REPAINT -> "full-screen repaint";
        };
    }

    static Map<String, Object> json(BenchConsole.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "console");
        for (Flood flood : result.floods()) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("bytes", flood.bytes());
            each.put("alone", Seconds.json(flood.alone()));
            each.put("megabytesPerCpuSecond", perCpuSecond(flood));
            each.put("watched", Seconds.json(flood.watched()));
            each.put("bytesOnly", Seconds.json(flood.scan()));
            each.put("longestLookMs", flood.longestLook().toNanos() / 1e6);
            object.put(label(flood.input()), each);
        }
        for (Scrollback scrollback : result.scrollbacks()) {
            object.put(
                    "scrollback of " + label(scrollback.input()),
                    Json.object(entry("lines", scrollback.lines()), entry("bytes", scrollback.bytes())));
        }
        return object;
    }
}
