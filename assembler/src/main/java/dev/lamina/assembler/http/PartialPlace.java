package dev.lamina.assembler.http;

import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/// A folder for what has come of one download, held by one thread of one process at a time.
public final class PartialPlace implements Closeable {
    private static final long WAIT_MILLIS = 50;

    private final Path folder;
    private final FolderLock lock;

    private PartialPlace(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Waits until nobody else brings the same file.
    ///
    /// @param folder made if need be
    public static PartialPlace hold(Path folder) throws IOException, InterruptedException {
        while (true) {
            Optional<FolderLock> lock = tryLock(folder);
            if (lock.isPresent()) {
                return new PartialPlace(folder, lock.get());
            }
            // A lock that another process holds tells nobody when it is free, and waiting inside of it cannot be
            // cancelled.
            Thread.sleep(WAIT_MILLIS);
        }
    }

    private static Optional<FolderLock> tryLock(Path folder) throws IOException {
        try {
            Storage.createFolder(folder);
            return FolderLock.tryAcquire(folder);
        } catch (NoSuchFileException e) {
            return Optional.empty(); // somebody who had the lock removed the folder just now
        }
    }

    /// The file for what has come.
    public Path data() {
        return folder.resolve("data");
    }

    /// When the file is elsewhere now. Whoever still waits for this place finds it there.
    public void removeQuietly() {
        try {
            Files.deleteIfExists(data());
            Files.deleteIfExists(folder.resolve(FolderLock.FILE));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // an empty folder more is no reason to fail
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
