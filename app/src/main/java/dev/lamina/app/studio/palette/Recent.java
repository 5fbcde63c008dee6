package dev.lamina.app.studio.palette;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which entries were used last, newest first, kept in a file: one id a line.
record Recent(List<String> ids) {
    static final int MOST = 12;
    static final Recent NONE = new Recent(List.of());

    Recent {
        ids = ids.stream().distinct().limit(MOST).toList();
    }

    /// A file that is not there or cannot be read says nothing.
    static Recent read(Path file) {
        try {
            return new Recent(Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList());
        } catch (IOException e) {
            return NONE;
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, ids);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Recent used(String id) {
        List<String> now = new ArrayList<>();
        now.add(id);
        now.addAll(ids);
        return new Recent(now);
    }

    /// Those of the entries that were used, newest first.
    List<PaletteEntry> of(List<PaletteEntry> entries) {
        Map<String, PaletteEntry> byId = entries.stream()
                .filter(entry -> ids.contains(entry.id()))
                .collect(Collectors.toMap(PaletteEntry::id, entry -> entry, (first, second) -> first));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }
}
