package dev.lamina.assembler.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Runs git, which belongs to the user: what it says about a folder is what LinuxKit's tool goes by.
@FunctionalInterface
public interface Git {
    /// @param output what git wrote to standard output
    record Result(int exitCode, String output) {
        boolean succeeded() {
            return exitCode == 0;
        }
    }

    /// @throws IOException there is no git here
    Result run(Path folder, List<String> arguments) throws IOException;
}
