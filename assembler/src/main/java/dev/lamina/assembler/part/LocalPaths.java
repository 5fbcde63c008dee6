package dev.lamina.assembler.part;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where names of the builder's files start.
///
/// @param directory for relative ones: the directory in which the build was started, as with LinuxKit
/// @param userHome for those that begin with `~/`
/// @param brought the files there are, by name, when they were brought here from another computer
public record LocalPaths(Path directory, Path userHome, Optional<Map<String, Path>> brought) {
    public LocalPaths(Path directory, Path userHome) {
        this(directory, userHome, Optional.empty());
    }

    /// The file that a name means; it need not be there.
    public Path resolve(String name) {
        if (brought.isPresent()) {
            return brought.get().getOrDefault(name, directory.resolve("not-in-the-bundle"));
        }
        return name.startsWith("~/") ? userHome.resolve(name.substring(2)) : directory.resolve(name);
    }
}
