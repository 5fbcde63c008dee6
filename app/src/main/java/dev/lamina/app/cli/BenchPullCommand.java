package dev.lamina.app.cli;

import dev.lamina.app.operation.BenchPull;
import dev.lamina.app.operation.PullTimings;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina bench pull`.
@Command(
        name = "pull",
        header = "Measure pulls from a registry beside plain HTTP.",
        description = {
            "In turns, within one process: the image's layers by plain HTTP GET; the same with SHA-256; and a",
            "pull into a new store. Take a registry on this computer, so that the network does not hide the",
            "rest."
        },
        footer = {"", "Examples:", "  lamina bench pull 127.0.0.1:5000/team/big:1"})
final class BenchPullCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "REF", description = "An image, best of 200 MB and more.")
    String image = "";

    @Mixin
    final ArchOption arch = new ArchOption();

    @Mixin
    final RegistryOptions registries = new RegistryOptions();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Of each kind (default: ${DEFAULT-VALUE}).")
    int runs = 5;

    BenchPullCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        PullTimings result = measure();
        session.print(() -> PullTable.text(result), () -> PullTable.json(result));
        return 0;
    }

    private PullTimings measure() throws IOException {
        BenchPull.Request request = new BenchPull.Request(ImageRef.parse(image), arch.get(session), runs);
        try (ProgressView progress = session.progress()) {
            return registries.of(session.operations(), session).benchPull().run(request, progress.reporter());
        }
    }
}
