package dev.lamina.app.studio.files;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for files, as the desktop does.
public interface FileChoice {
    /// Files to be opened; none when the user changed their mind.
    List<Path> open();

    /// A file to save something in. The desktop has asked already whether an existing one may be replaced.
    ///
    /// @param name what the file should be called
    Optional<Path> save(String name, Optional<Path> folder);
}
