package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import dev.lamina.vmlaunch.Console;
import dev.lamina.vmlaunch.terminal.TerminalSession.End;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `lamina attach`.
@Command(
        name = "attach",
        header = "Watch and use the console of a machine that runs.",
        description = {
            "First shows the last 256 KiB of it. On a terminal, Ctrl-] leaves; every other key goes to the",
            "system. The machine goes on when you leave. It ends the command when it ends.",
            "",
            "Works for machines in the background, and for those of another 'lamina run' or of the window: then",
            "both see the same console."
        },
        footer = {"", "Examples:", "  lamina attach", "  lamina attach web", "  echo poweroff | lamina attach web"})
final class AttachCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final MachineName machine = new MachineName();

    @Spec
    @Nullable
    CommandSpec spec;

    AttachCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (session.options().json) {
            throw WrongUsage.of(spec, "attach shows a console: leave out --json, or see 'lamina logs'");
        }
        try (Machines.Held held = machine.attach(session)) {
            String name = held.machine().name();
            boolean ended = join(name, held.vm().console()) == End.MACHINE_ENDED;
            session.tell("\n" + (ended ? name + " has ended" : "left " + name + ", which goes on"));
        }
        return 0;
    }

    private End join(String name, Console console) throws InterruptedException {
        try (UserTerminal terminal = UserTerminal.open(session)) {
            String key = terminal.isRaw() ? terminal.quitKey() : terminal.quitKey() + " here";
            session.tell("attached to " + name + "; to leave it press " + key + terminal.lineEnd());
            return terminal.run(console);
        }
    }
}
