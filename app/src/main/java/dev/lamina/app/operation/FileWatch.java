package dev.lamina.app.operation;

import dev.lamina.app.operation.WatchedFiles.Snapshot;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Waits until files change. The operating system wakes it where it can; it also looks by itself, since
/// network drives and shared folders tell nothing, and systems allow only so many watches.
final class FileWatch implements Closeable {
    /// So often it looks without being woken.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    /// Editors write a file in several steps: it is as it will be when nothing has happened for that long.
    private static final Duration REST = Duration.ofMillis(60);

    private final Optional<WatchService> service;
    private final Set<Path> watched = new HashSet<>();

    FileWatch() {
        this.service = service();
    }

    private static Optional<WatchService> service() {
        try {
            return Optional.of(FileSystems.getDefault().newWatchService());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// @param files what is looked at; the folders that they are in are watched
    /// @param look how all of them are now
    /// @param known how they were
    /// @return how they are after a change
    Snapshot await(Set<Path> files, Supplier<Snapshot> look, Snapshot known) throws InterruptedException {
        files.forEach(this::watch);
        Snapshot now = look.get();
        while (now.equals(known)) {
            rest(PATIENCE);
            now = look.get();
        }
        return settled(look, now);
    }

    private Snapshot settled(Supplier<Snapshot> look, Snapshot first) throws InterruptedException {
        Snapshot before = first;
        while (true) {
            // Longer than a wake-up, which may come at once.
            new CountDownLatch(1).await(REST.toMillis(), TimeUnit.MILLISECONDS);
            Snapshot now = look.get();
            if (now.equals(before)) {
                return now;
            }
            before = now;
        }
    }

    private void watch(Path file) {
        Path folder = Files.isDirectory(file) ? file : file.toAbsolutePath().getParent();
        if (service.isPresent() && folder != null && watched.add(folder)) {
            try {
                folder.register(
                        service.get(),
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            } catch (IOException e) {
                // It is looked at all the same.
            }
        }
    }

    private void rest(Duration longest) throws InterruptedException {
        if (service.isEmpty()) {
            new CountDownLatch(1).await(longest.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        WatchKey key = service.get().poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    @Override
    public void close() {
        service.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                // Nothing is watched any more either way.
            }
        });
    }
}
