package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `lamina resume`.
@Command(
        name = "resume",
        header = "Let a machine go on that is held.",
        footer = {"", "Examples:", "  lamina resume", "  lamina resume web"})
final class ResumeCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final MachineName machine = new MachineName();

    ResumeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Machines.Held held = machine.attach(session)) {
            held.vm().resume();
            String name = held.machine().name();
            MachineReport.print(session, name, "state", "running", name + " goes on");
        }
        return 0;
    }
}
