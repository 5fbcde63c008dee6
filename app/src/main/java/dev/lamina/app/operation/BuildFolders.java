package dev.lamina.app.operation;

import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Folders;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.value.Arch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/// The folders of the systems that were built only to be run: one for each set of documents and architecture, so that
/// the next run finds the previous files. Old ones are removed, since they can be built again.
final class BuildFolders {
    private static final int KEPT = 8;

    /// A folder that was used lately is never removed: somebody may be building in it or starting from it.
    private static final Duration LATELY = Duration.ofDays(1);

    private static final String LAST_USE = ".used";

    private final Path builds;
    private final Clock clock;

    BuildFolders(Path builds, Clock clock) {
        this.builds = builds;
        this.clock = clock;
    }

    /// A folder that nobody else builds in until it is closed.
    record Held(Path folder, FolderLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    /// Waits while another run builds the same system.
    ///
    /// @param documents absolute
    Held hold(String name, List<String> documents, Arch arch) throws IOException {
        Path folder = builds.resolve(name + "-" + hash(documents, arch));
        Storage.createFolder(builds);
        try (FolderLock ignored = FolderLock.acquire(builds)) {
            Storage.createFolder(folder);
            touch(folder);
            prune();
        }
        return new Held(folder, FolderLock.acquire(folder));
    }

    private static String hash(List<String> documents, Arch arch) {
        String all = String.join("\0", documents) + "\0" + arch;
        byte[] digest = Hashing.sha256().digest(all.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, 6);
    }

    private void touch(Path folder) throws IOException {
        Path mark = folder.resolve(LAST_USE);
        Storage.writing(mark, () -> {
            Files.write(mark, new byte[0]);
            Files.setLastModifiedTime(mark, FileTime.from(clock.instant()));
        });
    }

    private void prune() throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(builds, Files::isDirectory)) {
            all.forEach(folders::add);
        }
        Instant limit = clock.instant().minus(LATELY);
        folders.sort(Comparator.comparing(BuildFolders::lastUse).reversed());
        folders.stream()
                .skip(KEPT)
                .filter(folder -> lastUse(folder).isBefore(limit))
                .forEach(BuildFolders::remove);
    }

    /// A folder without a mark was not removed to its end: it counts as used long ago.
    private static Instant lastUse(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(LAST_USE)).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    private static void remove(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException | UncheckedIOException e) {
            // Somebody still uses a file of it; the next run tries again.
        }
    }
}
