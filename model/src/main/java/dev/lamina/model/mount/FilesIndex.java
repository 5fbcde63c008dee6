package dev.lamina.model.mount;

import dev.lamina.model.FileEntry;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.SystemFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What `files` puts in the image, by clean path.
final class FilesIndex {
    /// With their directories. Real documents have less than a thousand.
    private static final int MOST = 200_000;

    /// The index of the first entry that provides a path; directories come with what is in them.
    private final Map<String, Integer> provided = new HashMap<>();

    /// The same for entries of which it is not known whether their source is there.
    private final Map<String, Integer> possible = new HashMap<>();

    private final Map<String, String> links = new HashMap<>();

    /// Whether there are more than could be kept.
    private boolean overfull;

    private final Map<String, String> sources = new HashMap<>();

    static FilesIndex of(List<FileEntry> files, SystemFacts facts) {
        FilesIndex index = new FilesIndex();
        for (int i = 0; i < files.size(); i++) {
            index.add(i, files.get(i), facts);
        }
        return index;
    }

    private void add(int number, FileEntry file, SystemFacts facts) {
        String path = GuestPaths.clean(file.path());
        Optional<LocalFile> local = file.sourcePath()
                .flatMap(source -> Optional.ofNullable(facts.localFiles().get(source)));
        if (file.optional() && local.filter(LocalFile.Missing.class::isInstance).isPresent()) {
            file.sourcePath().ifPresent(source -> sources.put(path, source));
            return;
        }
        boolean certain = !file.optional() || file.sourcePath().isEmpty() || local.isPresent();
        if (provided.size() + possible.size() > MOST) {
            overfull = true;
            return;
        }
        for (String at : GuestPaths.downwards(path)) {
            (certain ? provided : possible).putIfAbsent(at, number);
        }
        if (file.content() instanceof FileEntry.Symlink link) {
            links.put(path, link.target());
        }
    }

    boolean overfull() {
        return overfull;
    }

    Optional<Integer> find(String path) {
        return Optional.ofNullable(provided.get(path));
    }

    Optional<Integer> mayFind(String path) {
        return Optional.ofNullable(possible.get(path));
    }

    @Nullable
    String link(String path) {
        return links.get(path);
    }

    /// The missing source of an optional file at or below a path.
    Optional<String> missingSource(String path) {
        return sources.entrySet().stream()
                .filter(entry -> GuestPaths.within(entry.getKey(), path))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
