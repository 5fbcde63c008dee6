package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The machine that a command is about, where its words mean something else.
final class MachineOption {
    @Option(
            names = "--vm",
            paramLabel = "NAME",
            description = "The machine, as 'lamina ps' shows it (default: the only one).")
    @Nullable
    String machine;

    Machines.Held attach(Session session) throws IOException {
        return session.operations().machines().attach(Optional.ofNullable(machine));
    }
}
