package dev.lamina.app.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lamina stop`.
@Command(
        name = "stop",
        header = "End a machine.",
        description = {
            "Asks the system to power off, and ends the machine after 20 seconds if it has not. What else the Lamina",
            "that runs it does goes on: a window stays open."
        },
        footer = {"", "Examples:", "  lamina stop", "  lamina stop web"})
final class StopCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "As 'lamina ps' shows it; the only machine when there is one.")
    @Nullable
    String name;

    StopCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String ended =
                session.operations().machines().stop(Optional.ofNullable(name)).name();
        if (session.options().json) {
            session.out().println(MachineJson.line(ended, "state", "stopped"));
        }
        session.tell("ended " + ended);
        return 0;
    }
}
