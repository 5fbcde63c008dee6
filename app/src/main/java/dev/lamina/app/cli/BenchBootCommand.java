package dev.lamina.app.cli;

import dev.lamina.app.operation.BenchBoot;
import dev.lamina.app.operation.BootComparison;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

    @Parameters(
            paramLabel = "FILE|PREFIX",
            arity = "0..*",
            defaultValue = "examples/minimal.yml",
            description = "YAML files, or the prefix of an earlier build's files (default: ${DEFAULT-VALUE}).")
    List<String> inputs = List.of();

    @Mixin
    SourceOptions source = new SourceOptions();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Boots of each of the two (default: ${DEFAULT-VALUE}).")
    int runs = 5;

    @Mixin
    BootOptions machine = new BootOptions();

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
        BenchBoot.Request request = new BenchBoot.Request(source.source(inputs, null), machine.options(), runs);
        try (ProgressView progress = session.progress()) {
            return source.operations(session).benchBoot().run(request, session.in(), progress.reporter());
        }
    }
}
