package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of everything that uses the image store.
final class StoreOption {
    @Option(names = "--cache", paramLabel = "DIR", description = "The image store to use (default: in LAMINA_HOME).")
    @Nullable
    Path cache;

    Operations operations(Session session) {
        return cache == null
                ? session.operations()
                : session.operations()
                        .withImages(session.environment().directory().resolve(cache));
    }
}
