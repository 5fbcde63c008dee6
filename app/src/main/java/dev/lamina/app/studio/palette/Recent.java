package dev.lamina.app.studio.palette;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
}
