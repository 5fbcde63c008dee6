package dev.lamina.app.studio.console;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user where to save.
interface SaveChoice {

    /// @param name what the file should be called
    Optional<Path> ask(String name);
}
