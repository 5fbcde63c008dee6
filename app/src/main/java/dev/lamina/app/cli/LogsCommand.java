package dev.lamina.app.cli;

import dev.lamina.app.operation.MachineLogs;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina logs`.
@Command(
        name = "logs",
        header = "Print what a machine has shown on its console, or what one of its components has printed.",
        description = {
            "With one word, that of the machine, running or ended. When there is no such machine and one machine",
            "runs, the word is a component of that.",
            "",
            "Of a component (of onboot, services or onshutdown) the newest 128 to 256 KiB are there."
        },
        footer = {
            "",
            "Examples:",
            "  lamina logs",
            "  lamina logs web                  the console of the machine web",
            "  lamina logs web nginx            what nginx in it has printed",
            "  lamina logs --follow web nginx   and what it prints from now on"
        })
final class LogsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..2",
            description = "A machine as 'lamina ps' shows it (the only one when there is one), then a component.")
    List<String> names = List.of();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the machine ends.")
    boolean follow;

    LogsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        MachineLogs logs = new MachineLogs(session.operations().machines());
        MachineLogs.Source source = logs.find(names);
        if (!source.runs()) {
            session.tell(source.machine() + " has ended; this is what it showed last");
        }
        if (session.options().json) {
            try (OutputStream lines = new JsonLines(session.out())) {
                logs.copy(source, follow, lines);
            }
        } else {
            logs.copy(source, follow, GuestScreen.of(session));
        }
        return 0;
    }
}
