package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
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
        List<Machines.Running> machines = session.operations().machines().list();
        if (session.options().json) {
            machines.forEach(machine -> session.out().println(Json.line(json(machine))));
            return 0;
        }
        Table table = new Table("llrll").row("NAME", "RUNS", "PID", "ACCEL", "CONSOLE LOG");
        machines.forEach(machine -> table.row(
                machine.name(),
                where(machine),
                Long.toString(machine.pid()),
                machine.accelerator().id(),
                machine.consoleLog().toString()));
        session.out().print(table.text());
        return 0;
    }

    private static String where(Machines.Running machine) {
        return machine.background() ? "detached" : "attached";
    }

    private static Map<String, Object> json(Machines.Running machine) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("machine", machine.name());
        object.put("runs", where(machine));
        object.put("pid", machine.pid());
        object.put("accelerator", machine.accelerator());
        object.put("consoleLog", machine.consoleLog());
        return object;
    }
}
