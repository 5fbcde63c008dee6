package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.DirectoryStream;
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
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Takes away what no name of a store needs: blobs, what was noted about them, blobs that are damaged, and what has
/// come of broken downloads.
///
/// Others may use the store meanwhile. What they touched since they began stays, as a name may be about to need it; see
/// [StoreUse].
public final class StorePrune {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    private final Path dir;
    private final Path listings;
    private final BlobStore blobs;
    private final IndexFile index;

    /// @param listings the folder of [ImageContents]
    public static StorePrune of(Path dir, Path listings) throws IOException {
        Storage.createFolder(dir);
        return new StorePrune(dir, listings, BlobStore.open(dir, StoreUse.none()), IndexFile.open(dir));
    }

    private StorePrune(Path dir, Path listings, BlobStore blobs, IndexFile index) {
        this.dir = dir;
        this.listings = listings;
        this.blobs = blobs;
        this.index = index;
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
            bytes += size(file);
        }
        Map<Digest, FileTime> damaged = new HashMap<>();
        try (Reporter.Step step = reporter.begin("check the store", bytes)) {
            for (Path file : files) {
                Optional<Digest> digest = digest(file);
                Optional<FileTime> time = time(file);
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
        keepExtracted(needed, dryRun);
        Optional<FileTime> oldest = StoreUse.oldest(dir);
        Tally tally = new Tally();
        for (Path file : blobs.files()) {
            Optional<Digest> digest = digest(file); // what is called otherwise is not ours
            boolean broken = digest.isPresent() && isStill(damaged, digest.get(), file);
            if (digest.isPresent() && (broken || !needed.contains(digest.get()))) {
                long size = size(file);
                boolean gone = dryRun ? broken || !isUsed(file, oldest) : remove(file, oldest, broken);
                tally.add(digest.get(), size, gone, broken);
            }
        }
        dropPartial(tally, dryRun);
        if (!dryRun) {
            dropNotes(needed);
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
        return before != null && time(file).filter(before::equals).isPresent();
    }

    private static boolean isUsed(Path file, Optional<FileTime> oldest) throws IOException {
        return oldest.isPresent()
                && time(file).filter(time -> time.compareTo(oldest.get()) >= 0).isPresent();
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

    /// Files taken out of an image stay as long as the image does.
    private void keepExtracted(Reachable needed, boolean dryRun) throws IOException {
        for (Path file : files(listings)) {
            if (file.getFileName().toString().startsWith(FileNote.PREFIX)) {
                Optional<FileNote> note = FileNote.read(file);
                if (note.isPresent() && needed.contains(note.get().image())) {
                    needed.add(note.get().blob().digest());
                } else if (!dryRun) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /// What has come of downloads that nobody goes on with now.
    private void dropPartial(Tally tally, boolean dryRun) throws IOException {
        for (Path place : folders(ImageStore.partial(dir))) {
            try (FolderLock lock = FolderLock.tryAcquire(place).orElse(null)) {
                for (Path file : lock == null ? List.<Path>of() : files(place)) {
                    if (!file.endsWith(FolderLock.FILE)) {
                        tally.addPartial(size(file));
                    }
                    if (!dryRun) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        }
    }

    private static List<Path> folders(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, Files::isDirectory)) {
                folders.forEach(found::add);
            }
        }
        return found;
    }

    /// Notes are made again when they are missed, so nobody has to be asked.
    private void dropNotes(Reachable needed) throws IOException {
        for (Path folder : List.of(ImageStore.headers(dir), ImageStore.contents(dir))) {
            for (Path file : files(folder)) {
                Optional<Digest> layer = digest(file);
                if (layer.isPresent() && !blobs.isFile(layer.get())) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Set<String> names = needed.listings();
        for (Path file : files(listings)) {
            String name = file.getFileName().toString();
            if (HEX.matcher(name).matches() && !names.contains(name)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            AtomicFile.removeAbandoned(folder);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
                files.forEach(found::add);
            }
        }
        return found;
    }

    private static Optional<Digest> digest(Path file) {
        String name = file.getFileName().toString();
        return HEX.matcher(name).matches() ? Optional.of(new Digest(name)) : Optional.empty();
    }

    private static Optional<FileTime> time(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
