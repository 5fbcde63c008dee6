package dev.lamina.app.operation;

import dev.lamina.assembler.io.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The drafts of one window, in a folder of its own below that of all. The window holds a lock there as long as it
/// lives, however it ends; a folder whose lock is free is one of a window that is gone, and its drafts can be taken
/// over. A draft is a file that is written whole or not at all.
public final class Drafts implements AutoCloseable {
    private static final String ENDING = ".draft";

    private final Path all;
    private final Path own;
    private final FileChannel channel;

    private Drafts(Path all, Path own, FileChannel channel) {
        this.all = all;
        this.own = own;
        this.channel = channel;
    }

    /// @param all the folder of all windows
    public static Drafts in(Path all) {
        try {
            Path own = Files.createDirectories(all.resolve(UUID.randomUUID().toString()));
            FileChannel channel =
                    FileChannel.open(own.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lockQuietly(channel);
            return new Drafts(all, own, channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lockQuietly(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException e) {
            // a file system without locks: nobody will take these drafts over by mistake, nor at all
        }
    }

    /// A draft with the name that it has in the folder.
    public record Kept(String id, Draft draft) {}

    /// Keeps a draft in the place of the one that had this name.
    public void keep(String id, Draft draft) {
        try {
            AtomicFile.writeUnforced(own.resolve(id + ENDING), draft.encode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void forget(String id) {
        try {
            Files.deleteIfExists(own.resolve(id + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes over the drafts of windows that are gone. Each is given to one window only.
    public List<Kept> takeOver() {
        List<Kept> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(all)) {
            for (Path folder :
                    folders.filter(each -> !each.equals(own)).sorted().toList()) {
                takeOver(folder, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void takeOver(Path folder, List<Kept> found) {
        try (FileChannel lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE);
                FileLock free = lock.tryLock()) {
            if (free != null && !isNew(folder)) {
                for (Path file : drafts(folder)) {
                    take(file, found);
                }
                removeAll(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            // a window that lives, or that another window clears away right now
        }
    }

    /// Whether a window may be about to lock it.
    private static boolean isNew(Path folder) throws IOException {
        Instant made = Files.getLastModifiedTime(folder).toInstant();
        return drafts(folder).isEmpty() && made.isAfter(Instant.now().minusSeconds(60));
    }

    private void take(Path file, List<Kept> found) throws IOException {
        String id = UUID.randomUUID().toString();
        Path taken = own.resolve(id + ENDING);
        Files.move(file, taken);
        Draft.decode(Files.readAllBytes(taken)).ifPresent(draft -> found.add(new Kept(id, draft)));
    }

    private static List<Path> drafts(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }

    private static void removeAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }

    /// Gives up the lock. Drafts that are left are for the next window.
    @Override
    public void close() {
        try (channel) {
            if (drafts(own).isEmpty()) {
                channel.close();
                removeAll(own);
            }
        } catch (IOException e) {
            // what is left is taken over and cleared away by the next window
        }
    }
}
