package dev.lamina.app;

import dev.lamina.app.operation.Environment;
import dev.lamina.app.studio.StudioLauncher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Shows the composer for a moment where nobody sees it, so that the ahead-of-time cache holds what its start needs.
final class WindowTraining {
    private static final Duration OPEN = Duration.ofSeconds(3);

    private WindowTraining() {}

    /// @param composition that is opened; it is not changed
    static void run(Path composition) {
        try {
            Path folder = Files.createTempDirectory("lamina-training");
            try {
                Environment environment = Training.at(folder, Environment.ofProcess());
                new StudioLauncher(new Wiring(environment), environment)
                        .rehearse(List.of(composition), OPEN, drawn -> {});
            } finally {
                Training.remove(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
