package dev.lamina.app.cli;

import dev.lamina.app.operation.BootSource;
import dev.lamina.app.operation.Operations;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What the benchmarks of booting boot, and on which machine.
final class BenchedSystem {
    @Parameters(
            paramLabel = "FILE|PREFIX",
            arity = "0..*",
            defaultValue = "examples/minimal.yml",
            description = "YAML files, or the prefix of an earlier build's files (default: ${DEFAULT-VALUE}).")
    List<String> inputs = List.of();

    @Mixin
    SourceOptions options = new SourceOptions();

    @Mixin
    BootOptions machine = new BootOptions();

    BootSource source() {
        return options.source(inputs, null);
    }

    Operations operations(Session session) {
        return options.operations(session);
    }
}
