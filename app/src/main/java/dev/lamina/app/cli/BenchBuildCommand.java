package dev.lamina.app.cli;

import dev.lamina.app.operation.BenchBuild;
import dev.lamina.app.operation.BuildTimings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lamina bench build`.
@Command(
        name = "build",
        header = "Measure the first build of a system and its rebuilds.",
        description = {
            "Builds in turns, within one process and in a folder of its own: with nothing but the images there;",
            "the same again; and again after a change of one service's environment."
        },
        footer = {
            "",
            "Examples:",
            "  lamina bench build examples/web.yml",
            "  lamina bench build --runs 9 --compression fast --json big.yml"
        })
final class BenchBuildCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final BuildOptions build = new BuildOptions();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Builds of each kind (default: ${DEFAULT-VALUE}).")
    int runs = 5;

    BenchBuildCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        BuildTimings result = measure();
        session.print(() -> BuildTable.text(result), () -> BuildTable.json(result));
        return 0;
    }

    private BuildTimings measure() throws IOException {
        BenchBuild.Request request = new BenchBuild.Request(
                build.request(session, List.of("kernel+initrd"), Optional.empty(), Path.of("")), runs);
        try (ProgressView progress = session.progress()) {
            return build.operations(session).benchBuild().run(request, progress.reporter());
        }
    }
}
