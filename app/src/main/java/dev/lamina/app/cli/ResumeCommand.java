package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `lamina resume`.
@Command(
        name = "resume",
        header = "Let a machine go on that is held.",
        footer = {"", "Examples:", "  lamina resume", "  lamina resume web"})
final class ResumeCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "As 'lamina ps' shows it; the only machine when there is one.")
    @Nullable
    String name;

    ResumeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Machines.Held held = session.operations().machines().attach(Optional.ofNullable(name))) {
            held.vm().resume();
            String machine = held.machine().name();
            if (session.options().json) {
                session.out().println(MachineJson.line(machine, "state", "running"));
            }
            session.tell(machine + " goes on");
        }
        return 0;
    }
}
