package dev.lamina.app.cli;

import dev.lamina.app.studio.Rehearsed;
import dev.lamina.app.studio.StudioLauncher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Option(names = "--rehearse", hidden = true, description = "Draws the window once, says when, and closes it.")
    boolean rehearse;

    @Option(names = "--rehearse-for", hidden = true, description = "For how many milliseconds it stays open then.")
    int rehearsal = 200;

    StudioCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Path> paths =
                files.stream().map(session.environment().directory()::resolve).toList();
        StudioLauncher launcher = new StudioLauncher(session.operations(), session.environment());
        if (rehearse) {
            launcher.rehearse(paths, Duration.ofMillis(rehearsal), this::tell);
        } else {
            launcher.open(paths);
        }
        return 0;
    }

    private void tell(Rehearsed start) {
        session.out()
                .println(
                        start.firstFrame().toEpochMilli() + " " + start.usable().toEpochMilli());
    }
}
