package dev.lamina.app.operation;

import dev.lamina.vmlaunch.host.Programs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Programs of others that the user has, e.g. Docker's.
final class OnPath {
    private OnPath() {}

    static Optional<Path> find(String program, Environment environment) {
        return new Programs(environment.variables(), "", List.of(program, program + ".exe"), List.of()).find();
    }
}
