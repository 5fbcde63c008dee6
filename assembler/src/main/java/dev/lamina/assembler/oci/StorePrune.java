package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Takes away what no name of a store needs: blobs, what was noted about them, blobs that are damaged, and what has
/// come of broken downloads.
///
/// Others may use the store meanwhile. What they touched since they began stays, as a name may be about to need it; see
/// [StoreUse].
public final class StorePrune {
    private final Path dir;
    private final BlobStore blobs;
    private final IndexFile index;
    private final StoreNotes notes;

    /// @param listings the folder of [ImageContents]
    public static StorePrune of(Path dir, Path listings) throws IOException {
        Storage.createFolder(dir);
        BlobStore blobs = BlobStore.open(dir, StoreUse.none());
        return new StorePrune(dir, blobs, IndexFile.open(dir), new StoreNotes(dir, listings, blobs));
    }

    private StorePrune(Path dir, BlobStore blobs, IndexFile index, StoreNotes notes) {
        this.dir = dir;
        this.blobs = blobs;
        this.index = index;
        this.notes = notes;
    }

    /// @param removed how many blobs were, or would be, taken away
    /// @param bytes their size
    /// @param damaged those of them whose bytes had changed
    /// @param inUse how many more no name needs, but somebody who uses the store may
    public record Result(int removed, long bytes, List<Digest> damaged, int inUse, long inUseBytes) {
        public Result {
            damaged = List.copyOf(damaged);
        }
    }

    /// Drops what no name needs.
    ///
    /// @param dryRun whether to only say what would be done
    public Result prune(boolean dryRun, Reporter reporter) throws IOException {
        Map<Digest, FileTime> damaged = damaged(reporter);
        return index.locked(() -> sweep(damaged, dryRun));
    }

    /// Drops all names, and then what none needs.
    public Result clean(boolean dryRun) throws IOException {
        return index.locked(() -> {
            if (dryRun) {
                return sweep(Map.of(), new Reachable(blobs), true);
            }
            index.clear();
            return sweep(Map.of(), false);
        });
    }

    /// Those whose bytes do not fit their names, with the times of their files.
    private Map<Digest, FileTime> damaged(Reporter reporter) throws IOException {
        List<Path> files = blobs.files();
        long bytes = 0;
        for (Path file : files) {
            bytes += StoreFiles.size(file);
        }
        Map<Digest, FileTime> damaged = new HashMap<>();
        try (Reporter.Step step = reporter.begin("check the store", bytes)) {
            for (Path file : files) {
                Optional<Digest> digest = StoreFiles.digest(file);
                Optional<FileTime> time = StoreFiles.time(file);
                if (digest.isPresent() && time.isPresent() && !blobs.isIntact(digest.get(), step)) {
                    damaged.put(digest.get(), time.get());
                }
            }
        }
        return damaged;
    }

    private Result sweep(Map<Digest, FileTime> damaged, boolean dryRun) throws IOException {
        Reachable needed = new Reachable(blobs);
        for (ObjectNode descriptor : index.descriptors()) {
            needed.follow(descriptor);
        }
        return sweep(damaged, needed, dryRun);
    }

    private Result sweep(Map<Digest, FileTime> damaged, Reachable needed, boolean dryRun) throws IOException {
        notes.keepExtracted(needed, dryRun);
        Optional<FileTime> oldest = StoreUse.oldest(dir);
        Tally tally = new Tally();
        for (Path file : blobs.files()) {
            Optional<Digest> digest = StoreFiles.digest(file); // what is called otherwise is not ours
            boolean broken = digest.isPresent() && isStill(damaged, digest.get(), file);
            if (digest.isPresent() && (broken || !needed.contains(digest.get()))) {
                long size = StoreFiles.size(file);
                boolean gone = dryRun ? broken || !isUsed(file, oldest) : remove(file, oldest, broken);
                tally.add(digest.get(), size, gone, broken);
            }
        }
        dropPartial(tally, dryRun);
        if (!dryRun) {
            notes.drop(needed);
        }
        return tally.result();
    }

    private static final class Tally {
        private final List<Digest> broken = new ArrayList<>();
        private int removed;
        private long bytes;
        private int inUse;
        private long inUseBytes;

        void add(Digest digest, long size, boolean gone, boolean damaged) {
            if (!gone) {
                inUse++;
                inUseBytes += size;
                return;
            }
            removed++;
            bytes += size;
            if (damaged) {
                broken.add(digest);
            }
        }

        void addPartial(long size) {
            removed++;
            bytes += size;
        }

        Result result() {
            return new Result(removed, bytes, broken, inUse, inUseBytes);
        }
    }

    /// One that was put into the store again meanwhile is whole.
    private static boolean isStill(Map<Digest, FileTime> damaged, Digest digest, Path file) throws IOException {
        FileTime before = damaged.get(digest);
        return before != null && StoreFiles.time(file).filter(before::equals).isPresent();
    }

    private static boolean isUsed(Path file, Optional<FileTime> oldest) throws IOException {
        return oldest.isPresent()
                && StoreFiles.time(file)
                        .filter(time -> time.compareTo(oldest.get()) >= 0)
                        .isPresent();
    }

    /// Somebody may touch the file between the look at its time and its removal. So it first leaves its place, where
    /// nobody finds it any more, and returns when it turns out to have been touched.
    private boolean remove(Path file, Optional<FileTime> oldest, boolean broken) throws IOException {
        if (!broken && isUsed(file, oldest)) {
            return false;
        }
        Path aside = blobs.temporaryFile();
        try {
            Files.move(file, aside);
        } catch (NoSuchFileException e) {
            return true;
        } catch (FileSystemException e) {
            return false; // Windows keeps what is open
        }
        if (!broken && isUsed(aside, oldest)) {
            Files.move(aside, file);
            return false;
        }
        Files.delete(aside);
        return true;
    }

    /// What has come of downloads that nobody goes on with now.
    private void dropPartial(Tally tally, boolean dryRun) throws IOException {
        for (Path place : StoreFiles.foldersIn(BlobStore.partial(dir))) {
            try (FolderLock lock = FolderLock.tryAcquire(place).orElse(null)) {
                for (Path file : lock == null ? List.<Path>of() : StoreFiles.in(place)) {
                    if (!file.endsWith(FolderLock.FILE)) {
                        tally.addPartial(StoreFiles.size(file));
                    }
                    if (!dryRun) {
                        Files.deleteIfExists(file);
                    }
                }
            } catch (NoSuchFileException e) {
                // its download ended just now, and took the folder with it
            }
        }
    }
}
