package dev.lamina.app.cli;

import dev.lamina.app.operation.Machines;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/// The machine that a command is about: its one word, or the only machine that runs.
final class MachineName {
    @Parameters(
            paramLabel = "NAME",
            arity = "0..1",
            description = "As 'lamina ps' shows it; the only machine when there is one.")
    @Nullable
    String name;

    Optional<String> get() {
        return Optional.ofNullable(name);
    }

    Machines.Held attach(Session session) throws IOException {
        return session.operations().machines().attach(get());
    }
}
