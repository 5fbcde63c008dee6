package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of everything that uses components.
final class ComponentsOption {
    @Option(
            names = "--components",
            paramLabel = "DIR",
            description = "The folder of your own components, local/NAME (default: in LAMINA_HOME).")
    @Nullable
    Path components;

    Operations of(Operations operations, Session session) {
        return components == null
                ? operations
                : operations.withComponents(session.environment().directory().resolve(components));
    }
}
