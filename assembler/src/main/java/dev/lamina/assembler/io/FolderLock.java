package dev.lamina.assembler.io;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/// Exclusive use of a folder, among threads and among processes. Hold it briefly.
public final class FolderLock implements Closeable {
    /// File locks belong to the process, not to the thread, and closing any channel of the file drops them: so within
    /// the process one lock per file must stand before it, shared by all who open the folder.
    private static final ConcurrentMap<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

    /// The file in a folder that stands for its lock.
    public static final String FILE = ".lock";

    private final ReentrantLock threads;
    private final FileChannel channel;

    private FolderLock(ReentrantLock threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /// Waits until nobody else holds the lock of `folder`. Not re-entrant.
    public static FolderLock acquire(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(FILE);
        ReentrantLock threads = OF_THIS_PROCESS.computeIfAbsent(file, path -> new ReentrantLock());
        if (threads.isHeldByCurrentThread()) {
            throw new IllegalStateException("the lock of " + folder + " is held already");
        }
        threads.lock();
        try {
            return new FolderLock(threads, Storage.writing(file, () -> locked(file)));
        } catch (Throwable e) {
            threads.unlock();
            throw e;
        }
    }

    /// As [#acquire(Path)], but empty when somebody else holds it.
    public static Optional<FolderLock> tryAcquire(Path folder) throws IOException {
        Path file = folder.toRealPath().resolve(FILE);
        ReentrantLock threads = OF_THIS_PROCESS.computeIfAbsent(file, path -> new ReentrantLock());
        if (threads.isHeldByCurrentThread() || !threads.tryLock()) {
            return Optional.empty();
        }
        try {
            Optional<FileChannel> channel = Storage.writing(file, () -> lockedIfFree(file));
            if (channel.isEmpty()) {
                threads.unlock();
            }
            return channel.map(open -> new FolderLock(threads, open));
        } catch (Throwable e) {
            threads.unlock();
            throw e;
        }
    }

    private static Optional<FileChannel> lockedIfFree(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
            channel.close();
            return Optional.empty();
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (Throwable e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            // closing the channel releases the lock of the process
        } finally {
            threads.unlock();
        }
    }
}
