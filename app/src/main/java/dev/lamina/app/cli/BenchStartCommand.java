package dev.lamina.app.cli;

import dev.lamina.app.operation.BenchStart;
import dev.lamina.app.operation.Timings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina bench start`.
@Command(
        name = "start",
        header = "Measure how long Lamina itself takes to start.",
        description = {
            "Runs in turns, each as a process of its own: 'lamina --version', 'lamina validate FILE', and, where",
            "there is a display, 'lamina studio FILE' to its first frame and until it can be used. Each with the",
            "ahead-of-time cache, and without it."
        },
        footer = {"", "Examples:", "  lamina bench start", "  lamina bench start --runs 20 --json examples/web.yml"})
final class BenchStartCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            defaultValue = "examples/minimal.yml",
            description = "YAML files to validate (default: ${DEFAULT-VALUE}).")
    List<String> files = List.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "10",
            description = "Starts of each (default: ${DEFAULT-VALUE}).")
    int runs = 10;

    BenchStartCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        BenchStart.Result result = measure();
        session.print(() -> text(result), () -> json(result));
        return 0;
    }

    private BenchStart.Result measure() throws IOException {
        try (ProgressView progress = session.progress()) {
            return session.operations().benchStart().run(new BenchStart.Request(files, runs), progress.reporter());
        }
    }

    static String text(BenchStart.Result result) {
        List<String> rows = new ArrayList<>();
        rows.add(String.format(Locale.ROOT, "%-20s %8s %8s   %s", "", "min", "median", "runs"));
        rows.addAll(rows(result.cached()));
        rows.add("without the ahead-of-time cache");
        rows.addAll(rows(result.plain()));
        return String.join("\n", rows);
    }

    private static List<String> rows(BenchStart.Starts starts) {
        List<String> rows =
                new ArrayList<>(List.of(row("--version", starts.version()), row("validate", starts.validate())));
        starts.window().ifPresent(window -> {
            rows.add(row("first frame", window.firstFrame()));
            rows.add(row("window usable", window.usable()));
        });
        return rows;
    }

    private static String row(String label, Timings timings) {
        return Seconds.row(20, label, timings);
    }

    static Map<String, Object> json(BenchStart.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "start");
        object.putAll(json(result.cached()));
        object.put("withoutCache", json(result.plain()));
        return object;
    }

    private static Map<String, Object> json(BenchStart.Starts starts) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("version", Seconds.json(starts.version()));
        object.put("validate", Seconds.json(starts.validate()));
        starts.window().ifPresent(window -> {
            object.put("firstFrame", Seconds.json(window.firstFrame()));
            object.put("usable", Seconds.json(window.usable()));
        });
        return object;
    }
}
