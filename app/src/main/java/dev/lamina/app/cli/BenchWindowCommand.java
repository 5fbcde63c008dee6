package dev.lamina.app.cli;

import static java.util.Map.entry;

import dev.lamina.app.operation.Timings;
import dev.lamina.app.studio.WindowFigures;
import dev.lamina.app.studio.WindowFigures.Frames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lamina bench window`.
@Command(
        name = "window",
        header = "Measure the composer with a large document.",
        description = {
            "Opens a window for a minute: frames while the canvas is panned, zoomed and dragged on, the time",
            "from keys and gestures to text, canvas and findings, searches in the palette, and a console that a",
            "guest floods. Needs a display."
        },
        footer = {"", "Examples:", "  lamina bench window", "  lamina bench window --components 100 --json"})
final class BenchWindowCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--components",
            paramLabel = "N",
            defaultValue = "500",
            description = "Services of the document (default: ${DEFAULT-VALUE}).")
    int components = 500;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "50",
            description = "Keys and gestures that are measured (default: ${DEFAULT-VALUE}).")
    int runs = 50;

    BenchWindowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        WindowFigures figures = session.studio().measure(components, runs);
        session.print(() -> text(figures), () -> json(figures));
        return 0;
    }

    static String text(WindowFigures figures) {
        List<String> rows = new ArrayList<>();
        rows.add(String.format(Locale.ROOT, "%-22s %8s %8s %8s   ms", "frames", "median", "p99", "longest"));
        for (Frames frames : figures.frames()) {
            rows.add(String.format(
                    Locale.ROOT,
                    "%-22s %8.1f %8.1f %8.1f",
                    frames.gesture(),
                    frames.median(),
                    frames.p99(),
                    frames.longest()));
        }
        rows.add(String.format(Locale.ROOT, "%-22s %8s %8s %8s   ms", "from", "min", "median", "p95"));
        rows.add(row("key to canvas", figures.read()));
        rows.add(row("key to findings", figures.typed()));
        rows.add(row("gesture to text", figures.applied()));
        rows.add(String.format(
                Locale.ROOT,
                "%-22s %17.1f",
                "search in " + figures.entries(),
                figures.search().toNanos() / 1e6));
        rows.add(String.format(Locale.ROOT, "%-22s %17.0f   MB/s", "console takes", figures.console()));
        return String.join("\n", rows);
    }

    private static String row(String label, Timings timings) {
        return Seconds.millis(22, label, timings);
    }

    static Map<String, Object> json(WindowFigures figures) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "window");
        object.put("components", figures.components());
        for (Frames frames : figures.frames()) {
            object.put(
                    frames.gesture(),
                    Json.object(
                            entry("medianMs", frames.median()),
                            entry("p99Ms", frames.p99()),
                            entry("longestMs", frames.longest())));
        }
        object.put("keyToCanvas", Seconds.json(figures.read()));
        object.put("keyToFindings", Seconds.json(figures.typed()));
        object.put("gestureToText", Seconds.json(figures.applied()));
        object.put("consoleMBs", figures.console());
        object.put("searchMs", figures.search().toNanos() / 1e6);
        return object;
    }
}
