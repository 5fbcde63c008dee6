package dev.lamina.app.operation;

import dev.lamina.assembler.io.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The files that were opened or saved last, for all windows: a file with a path in each line, the newest first.
public final class RecentFiles {
    private static final int MOST = 20;

    private final Path list;

    /// @param list where they are kept
    public RecentFiles(Path list) {
        this.list = list;
    }

    /// @param missing whether there is no such file now
    public record Recent(Path file, boolean missing) {}

    public List<Recent> all() {
        return paths().stream()
                .map(file -> new Recent(file, !Files.isRegularFile(file)))
                .toList();
    }

    /// Puts a file in front.
    public List<Recent> add(Path file) {
        List<Path> paths = paths();
        paths.remove(file);
        paths.addFirst(file);
        return write(paths);
    }

    public List<Recent> remove(Path file) {
        List<Path> paths = paths();
        paths.remove(file);
        return write(paths);
    }

    private List<Recent> write(List<Path> paths) {
        List<String> lines = paths.stream()
                .limit(MOST)
                .map(Path::toString)
                .filter(line -> line.indexOf('\n') < 0)
                .toList();
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            AtomicFile.writeUnforced(list, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all();
    }

    private List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        lines().stream()
                .filter(line -> !line.isBlank())
                .forEach(line -> path(line).ifPresent(paths::add));
        return paths;
    }

    private static Optional<Path> path(String line) {
        try {
            return Optional.of(Path.of(line)).filter(file -> file.getFileName() != null);
        } catch (InvalidPathException e) {
            return Optional.empty(); // written by somebody else
        }
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(list), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
