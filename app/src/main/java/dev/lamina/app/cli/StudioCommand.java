package dev.lamina.app.cli;

import dev.lamina.app.studio.StudioLauncher;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lamina studio`.
@Command(
        name = "studio",
        header = "Open the composer, a window to build systems in.",
        description = "'lamina' alone does the same.",
        footer = {"", "Examples:", "  lamina studio", "  lamina studio web.yml"})
final class StudioCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Compositions to open, each in a tab.")
    List<Path> files = List.of();

    StudioCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Path> paths =
                files.stream().map(session.environment().directory()::resolve).toList();
        new StudioLauncher(session.operations(), session.environment()).open(paths);
        return 0;
    }
}
