package dev.lamina.assembler.format;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.BusyFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Replaces several files of a folder, all or none. Until [#keep] the old ones have a second name; closing without it
/// brings them back.
final class Replacements implements Closeable {
    private final Path folder;
    private final List<Replaced> done = new ArrayList<>();

    /// @param before the old file under its second name; empty where there was none
    private record Replaced(Path target, Optional<Path> before) {}

    Replacements(Path folder) {
        this.folder = folder;
    }

    void replace(Path target, AtomicFile file) throws IOException {
        Optional<Path> before = secondName(target);
        try {
            file.publish(target);
        } catch (IOException | RuntimeException e) {
            remove(before);
            throw e;
        }
        done.add(new Replaced(target, before));
    }

    /// On a file system without hard links there is none, and what was replaced cannot come back.
    private Optional<Path> secondName(Path target) {
        try {
            return Optional.of(Files.createLink(AtomicFile.temporaryName(folder), target));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /// From here on the new files stay.
    void keep() throws IOException {
        for (Replaced replaced : done) {
            remove(replaced.before());
        }
        done.clear();
    }

    private static void remove(Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            BusyFiles.retry(file.get(), () -> Files.deleteIfExists(file.get()));
        }
    }

    @Override
    public void close() throws IOException {
        for (Replaced replaced : done.reversed()) {
            if (replaced.before().isPresent()) {
                Files.move(replaced.before().get(), replaced.target(), StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(replaced.target());
            }
        }
        done.clear();
    }
}
