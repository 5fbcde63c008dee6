package dev.lamina.assembler.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// A folder for files on their way. Closing it removes it with all that is in it. When the process is killed it stays,
/// until the next scratch folder in the same place is made.
public final class ScratchFolder implements Closeable {
    /// Held by the owner as long as it lives.
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private ScratchFolder(Path path) throws IOException {
        this.path = Files.createDirectory(path);
        this.lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
    }

    /// Makes one in `parent`, which is made too if need be.
    public static ScratchFolder in(Path parent) throws IOException {
        Storage.createFolder(parent);
        try (FolderLock ignored = FolderLock.acquire(parent)) {
            removeAbandoned(parent);
            return Storage.writing(parent, () -> new ScratchFolder(AtomicFile.temporaryName(parent)));
        }
    }

    public Path path() {
        return path;
    }

    private static void removeAbandoned(Path parent) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, Files::isDirectory)) {
            folders.forEach(found::add);
        }
        for (Path folder : found) {
            if (AtomicFile.isOfAnotherProcess(folder) && !isInUse(folder)) {
                removeQuietly(folder);
            }
        }
    }

    private static boolean isInUse(Path folder) {
        try (FileChannel probe =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock taken = probe.tryLock()) {
            return taken == null;
        } catch (IOException | OverlappingFileLockException e) {
            return true;
        }
    }

    private static void removeQuietly(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            // left for the next time
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            // Windows keeps open files
        }
        Folders.remove(path);
    }
}
