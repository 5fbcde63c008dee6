package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `lamina ps`.
@Command(
        name = "ps",
        header = "List the machines that run.",
        footer = {"", "Examples:", "  lamina ps", "  lamina ps --json"})
final class PsCommand implements Callable<Integer> {
    private final Session session;

    PsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Machines all = session.operations().machines();
        List<Machines.Running> machines = all.list();
        if (session.options().json) {
            machines.forEach(machine -> session.out().println(Json.line(json(machine, state(all, machine)))));
            return 0;
        }
        Table table = new Table("lllrll").row("NAME", "RUNS", "STATE", "PID", "ACCEL", "CONSOLE LOG");
        machines.forEach(machine -> table.row(
                machine.name(),
                where(machine),
                state(all, machine),
                Long.toString(machine.pid()),
                machine.accelerator().id(),
                machine.consoleLog().toString()));
        session.out().print(table.text());
        return 0;
    }

    private static String where(Machines.Running machine) {
        return machine.background() ? "detached" : "attached";
    }

    private static String state(Machines machines, Machines.Running machine) {
        return machines.state(machine)
                .map(state -> state.name().toLowerCase(Locale.ROOT))
                .orElse("unknown");
    }

    private static Map<String, Object> json(Machines.Running machine, String state) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("machine", machine.name());
        object.put("runs", where(machine));
        object.put("pid", machine.pid());
        object.put("accelerator", machine.accelerator());
        object.put("consoleLog", machine.consoleLog());
        object.put("state", state);
        return object;
    }
}
