package dev.lamina.app.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Options that do not go together: what picocli cannot find out by itself.
final class WrongUsage {
    private WrongUsage() {}

    /// @param spec of the command; picocli has set it before the command is called
    static ParameterException of(@Nullable CommandSpec spec, String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
