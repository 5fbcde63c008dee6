package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.terminal.RawTerminal;
import dev.lamina.vmlaunch.terminal.TerminalSession;
import dev.lamina.vmlaunch.terminal.TerminalSession.End;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `lamina attach`.
@Command(
        name = "attach",
        header = "Watch and use the console of a machine that runs.",
        description = {
            "First shows the last 256 KiB of it. On a terminal, Ctrl-] leaves; every other key goes to the system.",
            "The machine goes on when you leave. It ends the command when it ends.",
            "",
            "Works for machines in the background, and for those of another 'lamina run' or of the window: then both",
            "see the same console."
        },
        footer = {"", "Examples:", "  lamina attach", "  lamina attach web", "  echo poweroff | lamina attach web"})
final class AttachCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "As 'lamina ps' shows it; the only machine when there is one.")
    @Nullable
    String name;

    @Spec
    @Nullable
    CommandSpec spec;

    AttachCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (session.options().json) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "attach shows a console: leave out --json, or see 'lamina logs'");
        }
        try (Machines.Held held = session.operations().machines().attach(Optional.ofNullable(name))) {
            String machine = held.machine().name();
            boolean ended = join(machine, held.vm().console()) == End.MACHINE_ENDED;
            session.tell("\n" + (ended ? machine + " has ended" : "left " + machine + ", which goes on"));
        }
        return 0;
    }

    private End join(String machine, Console console) throws InterruptedException {
        Optional<RawTerminal> raw = session.ownsTerminal() ? RawTerminal.open() : Optional.empty();
        if (raw.isEmpty()) {
            session.tell("attached to " + machine + "; to leave it press Ctrl-C here");
            return TerminalSession.piped(session.in(), session.out(), console).run();
        }
        try (RawTerminal terminal = raw.get()) {
            // In raw mode a line feed alone does not go to the start of the line.
            session.tell("attached to " + machine + "; to leave it press " + TerminalSession.QUIT_KEY_NAME + "\r");
            return TerminalSession.on(terminal, console).run();
        }
    }
}
