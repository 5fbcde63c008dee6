package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lamina pause`.
@Command(
        name = "pause",
        header = "Hold a machine: its processors stand still until 'lamina resume'.",
        description = "It takes no processor time meanwhile, keeps its memory, and its clock falls behind.",
        footer = {"", "Examples:", "  lamina pause", "  lamina pause web"})
final class PauseCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "As 'lamina ps' shows it; the only machine when there is one.")
    @Nullable
    String name;

    PauseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Machines.Held held = session.operations().machines().attach(Optional.ofNullable(name))) {
            held.vm().pause();
            String machine = held.machine().name();
            if (session.options().json) {
                session.out().println(MachineJson.line(machine, "state", "paused"));
            }
            session.tell(machine + " is held; to let it go on: lamina resume " + machine);
        }
        return 0;
    }
}
