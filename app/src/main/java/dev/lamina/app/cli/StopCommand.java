package dev.lamina.app.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lamina stop`.
@Command(
        name = "stop",
        header = "End a machine.",
        description = {
            "Asks the system to power off, and ends the machine after 20 seconds if it has not. What else the",
            "Lamina that runs it does goes on: a window stays open."
        },
        footer = {"", "Examples:", "  lamina stop", "  lamina stop web"})
final class StopCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final MachineName machine = new MachineName();

    StopCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String ended = session.operations().machines().stop(machine.get()).name();
        MachineReport.print(session, ended, "state", "stopped", "ended " + ended);
        return 0;
    }
}
