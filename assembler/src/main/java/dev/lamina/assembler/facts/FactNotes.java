package dev.lamina.assembler.facts;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.SealedBytes;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.problem.LaminaException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keeps what was read from the files of images, so that it is read once: a file per image, its content with a hash
/// behind it. What is damaged, or of another version, counts as absent. When there are many, the oldest ones go.
final class FactNotes {
    /// More images than anybody works with; a note has a few hundred bytes, of a kernel some ten thousand.
    private static final int MOST = 500;

    /// Nothing of that size was written here.
    private static final int LARGEST = 4 << 20;

    private final Path folder;

    FactNotes(Path folder) {
        this.folder = folder;
    }

    Optional<byte[]> find(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return SealedBytes.open(Files.readAllBytes(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// Where nothing can be written, nothing is kept.
    void put(String name, byte[] content) {
        byte[] bytes = SealedBytes.seal(content);
        if (bytes.length > LARGEST) {
            return;
        }
        try {
            Storage.createFolder(folder);
            AtomicFile.removeAbandoned(folder);
            AtomicFile.writeUnforced(folder.resolve(name), bytes);
            removeOldest();
        } catch (IOException | LaminaException e) {
            // it will be read again next time
        }
    }

    private void removeOldest() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        if (files.size() <= MOST) {
            return;
        }
        files.sort(Comparator.comparing(FactNotes::time).thenComparing(Comparator.naturalOrder()));
        for (Path file : files.subList(0, files.size() - MOST / 2)) {
            Files.deleteIfExists(file);
        }
    }

    private static long time(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            return 0;
        }
    }
}
