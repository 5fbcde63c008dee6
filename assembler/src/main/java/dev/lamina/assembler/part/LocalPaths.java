package dev.lamina.assembler.part;

import java.nio.file.Path;

/// Where names of the builder's files start.
///
/// @param directory for relative ones: the directory in which the build was started, as with LinuxKit
/// @param userHome for those that begin with `~/`
public record LocalPaths(Path directory, Path userHome) {
    Path resolve(String name) {
        return name.startsWith("~/") ? userHome.resolve(name.substring(2)) : directory.resolve(name);
    }
}
