package dev.lamina.app.cli;

import dev.lamina.app.operation.Formats;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// What `--format` of the commands that build may name.
final class FormatNames {
    private FormatNames() {}

    /// The names, each once.
    static List<String> checked(List<String> names, CommandSpec spec) {
        for (String name : names) {
            if (!Formats.names().contains(name)) {
                throw WrongUsage.of(
                        spec, "there is no format '" + name + "'; formats are " + String.join(", ", Formats.names()));
            }
        }
        return names.stream().distinct().toList();
    }
}
