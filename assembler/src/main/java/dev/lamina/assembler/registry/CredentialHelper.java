package dev.lamina.assembler.registry;

import java.io.IOException;

/// Runs programs that keep passwords, `docker-credential-NAME` (github.com/docker/docker-credential-helpers).
@FunctionalInterface
public interface CredentialHelper {

    /// @param input for the program's standard input
    /// @return what it printed
    Said run(String program, String argument, String input) throws IOException;

    record Said(int exitCode, String output) {}
}
