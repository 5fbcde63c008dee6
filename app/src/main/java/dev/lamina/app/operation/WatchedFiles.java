package dev.lamina.app.operation;

import dev.lamina.app.operation.TextFiles.Stamp;
import dev.lamina.assembler.part.LocalPaths;
import dev.lamina.model.Composition;
import dev.lamina.model.FileEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The files of this computer that a system is made of: its documents, and what its `files` take in.
/// Images are none of them.
public final class WatchedFiles {
    /// A folder that has more is looked at in part.
    private static final int MOST = 10_000;

    private final Path directory;
    private final LocalPaths local;
    private final TextFiles files = new TextFiles();

    /// @param directory relative names of documents start here
    public WatchedFiles(Path directory, LocalPaths local) {
        this.directory = directory;
        this.local = local;
    }

    /// How files were at a moment.
    public record Snapshot(Map<Path, Stamp> stamps) {
        public static final Snapshot NOTHING = new Snapshot(Map.of());

        public Snapshot {
            stamps = Map.copyOf(stamps);
        }

        /// What is another file, new or gone since then.
        public List<Path> changed(Snapshot since) {
            Set<Path> all = new TreeSet<>(stamps.keySet());
            all.addAll(since.stamps.keySet());
            return all.stream()
                    .filter(file -> !stamp(file).equals(since.stamp(file)))
                    .toList();
        }

        private Stamp stamp(Path file) {
            return stamps.getOrDefault(file, Stamp.NONE);
        }

        /// When the youngest of some files was written.
        public Instant newest(List<Path> some) {
            return some.stream()
                    .map(file -> stamp(file).modified())
                    .max(Instant::compareTo)
                    .orElse(Instant.EPOCH);
        }
    }

    /// @param documents as the user named them; standard input and addresses cannot be looked at
    public Set<Path> of(List<String> documents, Composition composition) {
        Set<Path> all = new LinkedHashSet<>(documents(documents));
        all.addAll(sources(composition));
        return all;
    }

    Set<Path> documents(List<String> names) {
        Set<Path> all = new LinkedHashSet<>();
        for (String name : names) {
            if (!name.equals("-") && !RemoteText.isAddress(name)) {
                all.add(directory.resolve(name).normalize());
            }
        }
        return all;
    }

    /// What the `files` of a system take from this computer: files and folders.
    public Set<Path> sources(Composition composition) {
        Set<Path> all = new LinkedHashSet<>();
        for (FileEntry entry : composition.files()) {
            try {
                entry.sourcePath().map(local::resolve).map(Path::normalize).ifPresent(all::add);
            } catch (InvalidPathException e) {
                // No file can have that name; the build will say so.
            }
        }
        return all;
    }

    /// @param wanted files and folders
    public Snapshot look(Set<Path> wanted) {
        Map<Path, Stamp> stamps = new TreeMap<>();
        wanted.forEach(path -> look(path, stamps));
        return new Snapshot(stamps);
    }

    private void look(Path path, Map<Path, Stamp> stamps) {
        if (!Files.isDirectory(path)) {
            stamps.put(path, files.stamp(path));
            return;
        }
        try (Stream<Path> inside = Files.walk(path)) {
            inside.limit(MOST).filter(Files::isRegularFile).forEach(file -> stamps.put(file, files.stamp(file)));
        } catch (IOException | UncheckedIOException e) {
            // What nobody may read is not built either.
        }
    }
}
