package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lamina pause`.
@Command(
        name = "pause",
        header = "Hold a machine: its processors stand still until 'lamina resume'.",
        description = "It takes no processor time meanwhile, keeps its memory, and its clock falls behind.",
        footer = {"", "Examples:", "  lamina pause", "  lamina pause web"})
final class PauseCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final MachineName machine = new MachineName();

    PauseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Machines.Held held = machine.attach(session)) {
            held.vm().pause();
            String name = held.machine().name();
            String words = name + " is held; to let it go on: lamina resume " + name;
            MachineReport.print(session, name, "state", "paused", words);
        }
        return 0;
    }
}
