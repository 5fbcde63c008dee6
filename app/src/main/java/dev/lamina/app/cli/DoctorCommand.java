package dev.lamina.app.cli;

import dev.lamina.app.doctor.Diagnosis;
import dev.lamina.app.doctor.Doctor.Wish;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `lamina doctor`.
@Command(
        name = "doctor",
        header = "Say what this computer can do, what is missing, and how to get it.",
        description = {
            "Looks at the processor, memory, hypervisors, firmware, folders, ports and the display. Asks nothing",
            "outside this computer unless --network is given. The exit code is 0 when systems of this computer's",
            "architecture can be built and booted, and 3 when not."
        },
        footer = {
            "",
            "Examples:",
            "  lamina doctor",
            "  lamina doctor --try              also let acceleration run a kernel, and remember whether it can",
            "  lamina doctor --network          also ask the servers that images and packages come from",
            "  lamina doctor --fix-commands     only the commands that cure what is missing, one a line",
            "  lamina doctor --json"
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int SURROUNDINGS = 3;

    private final Session session;

    @Option(names = "--try", description = "Let acceleration run a kernel. Takes up to half a minute.")
    boolean trial;

    @Option(names = "--network", description = "Ask the servers that images and packages come from.")
    boolean network;

    @Option(names = "--fix-commands", description = "Print only the commands that cure something.")
    boolean commands;

    DoctorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (trial) {
            session.tell("Trying whether acceleration runs a kernel.");
        }
        Diagnosis diagnosis = session.operations().doctor().examine(new Wish(trial, network));
        if (session.options().json) {
            session.out().println(Json.line(DoctorJson.of(diagnosis)));
        } else if (commands) {
            diagnosis.commands().forEach(session.out()::println);
        } else {
            session.out().print(new DoctorText(new Paint(session.colours())).of(diagnosis));
        }
        return diagnosis.works() ? 0 : SURROUNDINGS;
    }
}
