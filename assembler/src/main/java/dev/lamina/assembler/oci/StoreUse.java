package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.NotWritableException;
import dev.lamina.assembler.io.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/// A sign, for all processes, that somebody uses the store: a locked file in its folder `uses`. What a user of the
/// store touches carries a later time than its sign, and [StorePrune] leaves that alone while the sign stands, since a
/// name may be about to need it. A process that dies takes its lock with it.
final class StoreUse implements Closeable {
    private final Optional<AtomicFile> sign;
    private final FileTime begun;

    private StoreUse(Optional<AtomicFile> sign, FileTime begun) {
        this.sign = sign;
        this.begun = begun;
    }

    /// Waits for a running prune. A store that nobody may write to needs no sign: nothing is taken away from it.
    static StoreUse begin(Path dir) throws IOException {
        try (FolderLock lock = FolderLock.acquire(dir)) {
            Path folder = folder(dir);
            Storage.createFolder(folder);
            AtomicFile.removeAbandoned(folder);
            return new StoreUse(Optional.of(AtomicFile.in(folder)), FileTime.from(Instant.now()));
        } catch (NotWritableException e) {
            return none();
        }
    }

    /// For somebody who only looks, and whom a prune need not mind.
    static StoreUse none() {
        return new StoreUse(Optional.empty(), FileTime.from(Instant.EPOCH));
    }

    private static Path folder(Path dir) {
        return dir.resolve("uses");
    }

    /// Gives the file a time that is not before this use, if it is there.
    void touch(Path file) {
        try {
            if (sign.isPresent() && Files.getLastModifiedTime(file).compareTo(begun) < 0) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            }
        } catch (IOException e) {
            // whoever needs the file is told so when it is read
        }
    }

    /// When the oldest use began that still lasts; empty when there is none. Call it with the lock of the folder.
    static Optional<FileTime> oldest(Path dir) throws IOException {
        Optional<FileTime> oldest = Optional.empty();
        Path folder = folder(dir);
        if (!Files.isDirectory(folder)) {
            return oldest;
        }
        AtomicFile.removeAbandoned(folder);
        try (DirectoryStream<Path> signs = Files.newDirectoryStream(folder)) {
            for (Path sign : signs) {
                Optional<FileTime> begun = StoreFiles.time(sign); // empty when it ended just now
                if (oldest.isEmpty() || begun.isPresent() && begun.get().compareTo(oldest.get()) < 0) {
                    oldest = begun;
                }
            }
        }
        return oldest;
    }

    @Override
    public void close() throws IOException {
        if (sign.isPresent()) {
            sign.get().close();
        }
    }
}
