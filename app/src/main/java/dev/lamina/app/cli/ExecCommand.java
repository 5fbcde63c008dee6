package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import dev.lamina.vmlaunch.GuestControl;
import dev.lamina.vmlaunch.GuestControl.ExecResult;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `lamina exec`.
@Command(
        name = "exec",
        header = "Run a command in a system that runs, and print what it prints.",
        description = {
            "By the control channel of lamina/init, in the system itself or in a service, as root and without",
            "input. The words are handed on as they are; for pipes and variables take sh -c. The system allows",
            "a command one minute and 4 MiB of output; standard output and errors come together.",
            "",
            "Exits with the command's own code. When it cannot be run the codes are Lamina's: 1 there is no",
            "such machine, 3 it cannot be reached, 4 its system does not answer."
        },
        footer = {
            "",
            "Examples:",
            "  lamina exec uname -a",
            "  lamina exec --vm web --in nginx nginx -t",
            "  lamina exec -- sh -c 'ps | grep -c sh'"
        })
final class ExecCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(
            paramLabel = "CMD",
            arity = "1..*",
            description = "The command and its words. Options of Lamina stand before it.")
    List<String> command = List.of();

    @Mixin
    final MachineOption machine = new MachineOption();

    @Option(names = "--in", paramLabel = "SERVICE", description = "Run it in the container of this service.")
    @Nullable
    String service;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            converter = Values.OfSeconds.class,
            description = "How long to wait for its end, the boot of the system included (default: ${DEFAULT-VALUE}).")
    Duration timeout = Duration.ofSeconds(60);

    ExecCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (Machines.Held held = machine.attach(session)) {
            ExecResult result = run(held.guest());
            print(held.machine().name(), result);
            return result.exitCode();
        }
    }

    private ExecResult run(GuestControl guest) {
        return service == null ? guest.exec(command, timeout) : guest.execIn(service, command, timeout);
    }

    private void print(String name, ExecResult result) throws IOException {
        if (session.options().json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("machine", name);
            object.put("exitCode", result.exitCode());
            object.put("output", result.output());
            object.put("truncated", result.truncated());
            session.out().println(Json.line(object));
            return;
        }
        OutputStream screen = GuestScreen.of(session);
        screen.write(result.printed().bytes());
        screen.flush();
        if (result.truncated()) {
            session.tell("there was more; only the first 4 MiB are kept");
        }
    }
}
