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
    private static final String REHEARSE = "--rehearse";

    private final Session session;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Compositions to open, each in a tab.")
    List<Path> files = List.of();

    @Option(names = REHEARSE, hidden = true, description = "Draws the window once, says when, and closes it.")
    boolean rehearse;

    @Option(names = "--rehearse-for", hidden = true, description = "For how many milliseconds it stays open then.")
    int rehearsal = 200;

    StudioCommand(Session session) {
        this.session = session;
    }

    /// Whether these words surely open the window, as nothing but files are among them.
    static boolean isMeant(List<String> words) {
        return !words.isEmpty()
                && words.getFirst().equals("studio")
                && words.stream().allMatch(word -> !word.startsWith("-") || word.equals(REHEARSE));
    }

    /// What such words mean.
    static StudioCommand of(Session session, List<String> words) {
        StudioCommand command = new StudioCommand(session);
        command.rehearse = words.contains(REHEARSE);
        command.files = words.stream()
                .skip(1)
                .filter(word -> !word.equals(REHEARSE))
                .map(Path::of)
                .toList();
        return command;
    }

    @Override
    public Integer call() {
        List<Path> paths =
                files.stream().map(session.environment().directory()::resolve).toList();
        StudioLauncher launcher = session.studio();
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
