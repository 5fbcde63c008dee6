package dev.lamina.app.cli;

import dev.lamina.app.operation.BenchValidate;
import dev.lamina.app.operation.Timings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lamina bench validate`.
@Command(
        name = "validate",
        header = "Measure how long the rules take for a large system.",
        description = {
            "Reviews a made-up system in this process again and again: as a whole, and after one value has",
            "changed, as an editor does while somebody types."
        },
        footer = {"", "Examples:", "  lamina bench validate", "  lamina bench validate --components 100 --json"})
final class BenchValidateCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = "--components",
            paramLabel = "N",
            defaultValue = "500",
            description = "Services of the system (default: ${DEFAULT-VALUE}).")
    int components = 500;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "100",
            description = "Reviews of each kind (default: ${DEFAULT-VALUE}).")
    int runs = 100;

    BenchValidateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        BenchValidate.Result result = measure();
        session.print(() -> text(result), () -> json(result));
        return 0;
    }

    private BenchValidate.Result measure() {
        try (ProgressView progress = session.progress()) {
            return session.operations()
                    .benchValidate()
                    .run(new BenchValidate.Request(components, runs), progress.reporter());
        }
    }

    static String text(BenchValidate.Result result) {
        return String.join(
                "\n",
                "%d components, %d findings".formatted(result.components(), result.findings()),
                String.format(Locale.ROOT, "%-20s %10s %10s", "", "min", "median"),
                row("read the text", result.read()),
                row("all rules", result.whole()),
                row("after a change", result.typing()),
                String.format(Locale.ROOT, "%-20s %10s %7.1f ms", "the first time", "", millis(result.first())));
    }

    private static String row(String label, Timings timings) {
        return String.format(
                Locale.ROOT, "%-20s %7.1f ms %7.1f ms", label, millis(timings.min()), millis(timings.median()));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    static Map<String, Object> json(BenchValidate.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "validate");
        object.put("components", result.components());
        object.put("findings", result.findings());
        object.put("firstMillis", millis(result.first()));
        object.put("read", Seconds.json(result.read()));
        object.put("whole", Seconds.json(result.whole()));
        object.put("typing", Seconds.json(result.typing()));
        return object;
    }
}
