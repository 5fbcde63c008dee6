package dev.lamina.app.cli;

import dev.lamina.app.operation.Operations;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What `--cache` does.
final class Stores {
    private Stores() {}

    static Operations at(Session session, @Nullable Path cache) {
        return cache == null
                ? session.operations()
                : session.operations()
                        .withImages(session.environment().directory().resolve(cache));
    }
}
