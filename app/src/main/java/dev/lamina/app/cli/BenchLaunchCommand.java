package dev.lamina.app.cli;

import dev.lamina.app.operation.BenchLaunch;
import dev.lamina.app.operation.Timings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lamina bench launch`.
@Command(
        name = "launch",
        header = "Measure what Lamina adds to the start of a machine.",
        description = {
            "Starts in turns, within this process: the system as 'lamina run' does, until the guest's first",
            "instruction, and QEMU alone with the same command line. One start of each comes before and is not",
            "counted; that builds."
        },
        footer = {
            "",
            "Examples:",
            "  lamina bench launch examples/minimal.yml",
            "  lamina bench launch --runs 50 --accel tcg --json out/web"
        })
final class BenchLaunchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    BenchedSystem system = new BenchedSystem();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "20",
            description = "Starts of each of the two (default: ${DEFAULT-VALUE}).")
    int runs = 20;

    BenchLaunchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        BenchLaunch.Result result = measure();
        session.print(() -> text(result), () -> json(result));
        return 0;
    }

    private BenchLaunch.Result measure() throws IOException {
        BenchLaunch.Request request =
                new BenchLaunch.Request(system.source(), system.machine.options(session.environment()), runs);
        try (ProgressView progress = session.progress()) {
            return system.operations(session).benchLaunch().run(request, progress.reporter());
        }
    }

    static String text(BenchLaunch.Result result) {
        return String.join(
                "\n",
                String.format(Locale.ROOT, "%-16s %8s %8s %8s", "milliseconds", "min", "median", "p95"),
                row("QEMU alone", result.alone()),
                row("with Lamina", result.lamina()),
                row("Lamina itself", result.own()));
    }

    private static String row(String label, Timings timings) {
        return Seconds.millis(16, label, timings);
    }

    static Map<String, Object> json(BenchLaunch.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "launch");
        object.put("qemuAlone", Seconds.json(result.alone()));
        object.put("withLamina", Seconds.json(result.lamina()));
        object.put("laminaItself", Seconds.json(result.own()));
        return object;
    }
}
