package dev.lamina.assembler.registry;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A registry, or a mirror, did not do what it was asked for; another one may.
final class RegistryProblem extends IOException {
    private final String server;
    private final Kind kind;

    /// @param reason goes on where the server's name ends, e.g. `cannot be reached`
    RegistryProblem(String server, Kind kind, String reason) {
        this(server, kind, reason, null);
    }

    RegistryProblem(String server, Kind kind, String reason, @Nullable Throwable cause) {
        super(server + " " + reason, cause);
        this.server = server;
        this.kind = kind;
    }

    enum Kind {
        /// There was no talking to it; it is not asked again.
        UNREACHABLE,
        /// Its certificate is not to be trusted.
        UNSAFE,
        /// It says that there is no such thing.
        LACKING,
        /// It wants somebody else, or somebody at all, to log in.
        DENIED,
        /// It does not take what was asked; it would say the same again.
        REFUSED,
        /// It fails, or sends something else.
        FAULTY
    }

    String server() {
        return server;
    }

    Kind kind() {
        return kind;
    }
}
