package dev.lamina.app.operation;

import dev.lamina.model.problem.InputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Where something is that a user named.
final class GivenPath {
    private GivenPath() {}

    /// @param directory relative names start here
    /// @throws InputException no file can have that name
    static Path of(String name, Path directory) {
        try {
            return directory.resolve(name);
        } catch (InvalidPathException e) {
            throw new InputException("'" + name + "' cannot name a file: " + e.getReason(), null, e);
        }
    }
}
