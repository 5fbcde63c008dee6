package dev.lamina.vmlaunch.mac;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Paths for programs whose options are split at every comma and know no way around that: a file with a
/// comma in its path gets a link in a folder without one. The links go with the folder.
public final class PlainPaths {
    private final Path folder;
    private final Map<Path, Path> links = new HashMap<>();

    public PlainPaths(Path folder) {
        this.folder = folder;
    }

    /// An absolute path to the same file, or to the same folder.
    public Path plain(Path file) {
        Path path = file.toAbsolutePath();
        return path.toString().indexOf(',') < 0 ? path : links.computeIfAbsent(path, this::link);
    }

    private Path link(Path path) {
        try {
            return Files.createSymbolicLink(folder.resolve("link" + links.size()), path);
        } catch (IOException e) {
            throw new UncheckedIOException("no link can be made to " + path, e);
        }
    }
}
