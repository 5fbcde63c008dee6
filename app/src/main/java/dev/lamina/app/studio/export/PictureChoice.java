package dev.lamina.app.studio.export;

import java.nio.file.Path;
import java.util.Optional;

/// Asks the user for the file of a picture, as the desktop does.
public interface PictureChoice {
    /// The desktop has asked already whether an existing file may be replaced.
    ///
    /// @param name what the file should be called
    Optional<Path> picture(String name, Optional<Path> folder);
}
