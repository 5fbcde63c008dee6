package dev.lamina.app.cli;

import dev.lamina.app.operation.BenchBoot;
import dev.lamina.app.operation.BootComparison;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lamina bench boot`.
@Command(
        name = "boot",
        header = "Measure how long a system boots, next to its kernel alone.",
        description = {
            "Boots in turns, on the same virtual machine: the kernel with nothing but a busybox shell, until the",
            "shell's prompt; and the whole system, until it says that it is ready (or shows a login prompt)."
        },
        footer = {
            "",
            "Examples:",
            "  lamina bench boot examples/minimal.yml",
            "  lamina bench boot --runs 9 --accel tcg --json out/web"
        })
final class BenchBootCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    BenchedSystem system = new BenchedSystem();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Boots of each of the two (default: ${DEFAULT-VALUE}).")
    int runs = 5;

    BenchBootCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        BootComparison result = measure();
        session.print(() -> BootTable.text(result), () -> BootTable.json(result));
        return 0;
    }

    private BootComparison measure() throws IOException, InterruptedException {
        BenchBoot.Request request =
                new BenchBoot.Request(system.source(), system.machine.options(session.environment()), runs);
        try (ProgressView progress = session.progress()) {
            return system.operations(session).benchBoot().run(request, session.in(), progress.reporter());
        }
    }
}
