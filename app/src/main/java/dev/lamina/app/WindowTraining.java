package dev.lamina.app;

import dev.lamina.app.cli.Cli;
import dev.lamina.app.operation.Environment;
import dev.lamina.app.operation.Version;
import dev.lamina.assembler.io.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Shows the composer for a moment where nobody sees it, so that the ahead-of-time cache holds what its start needs.
final class WindowTraining {
    private static final Duration OPEN = Duration.ofSeconds(3);

    private WindowTraining() {}

    /// @param composition that is opened; it is not changed
    static void run(String composition) {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Path folder = Files.createTempDirectory("lamina-training");
            try {
                Environment environment = Training.at(folder, Environment.ofProcess());
                new Cli(new Wiring(environment), environment, Version.text())
                        .run(
                                List.of("studio", "--rehearse", "--rehearse-for=" + OPEN.toMillis(), composition),
                                InputStream.nullInputStream(),
                                silent,
                                System.err,
                                () -> false);
            } finally {
                Folders.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
