package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `index.json`: which name stands for which index or manifest. Changed under the folder's lock, replaced in one step,
/// so it can be read at any time.
final class IndexFile {
    private final Path dir;
    private final Path file;
    private volatile @Nullable Known known;

    private IndexFile(Path dir) {
        this.dir = dir;
        this.file = dir.resolve("index.json");
    }

    static IndexFile open(Path dir) throws IOException {
        AtomicFile.removeAbandoned(dir);
        IndexFile index = new IndexFile(dir);
        Path layout = dir.resolve("oci-layout");
        if (!Files.exists(layout) || !Files.exists(index.file)) {
            try (FolderLock lock = FolderLock.acquire(dir)) {
                index.createWhatIsMissing(layout);
            }
        }
        return index;
    }

    private void createWhatIsMissing(Path layout) throws IOException {
        if (!Files.exists(layout)) {
            AtomicFile.write(layout, "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8));
        }
        if (!Files.exists(file)) {
            AtomicFile.write(file, OciJson.bytes(OciJson.emptyIndex()));
        }
    }

    /// The names and their descriptors, sorted by name; entries without a name are left out. Nobody may change them.
    Map<ImageRef, ObjectNode> entries() throws IOException {
        Optional<Stamp> stamp = Stamp.of(file);
        Known before = known;
        if (before != null && stamp.equals(Optional.of(before.stamp))) {
            return before.entries;
        }
        Map<ImageRef, ObjectNode> entries = Collections.unmodifiableMap(readEntries());
        known = stamp.filter(Stamp::isSettled)
                .map(settled -> new Known(settled, entries))
                .orElse(null);
        return entries;
    }

    /// Builds look up many names, so the file is read again only when it is another.
    private record Known(Stamp stamp, Map<ImageRef, ObjectNode> entries) {}

    /// What changes with the file. Times are coarse: a file that was replaced just now may be replaced again without
    /// another time.
    private record Stamp(FileTime modified, long size, String file) {
        private static final Duration COARSE = Duration.ofSeconds(2);

        static Optional<Stamp> of(Path file) throws IOException {
            try {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                return Optional.of(new Stamp(now.lastModifiedTime(), now.size(), String.valueOf(now.fileKey())));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        boolean isSettled() {
            return modified.toInstant().isBefore(Instant.now().minus(COARSE));
        }
    }

    private Map<ImageRef, ObjectNode> readEntries() throws IOException {
        Map<ImageRef, ObjectNode> entries = new LinkedHashMap<>();
        OciJson.objects(read(), "manifests", file.toString()).stream()
                .filter(descriptor -> name(descriptor).isPresent())
                .sorted((a, b) -> name(a).orElse("").compareTo(name(b).orElse("")))
                .forEach(descriptor -> entries.put(new ImageRef(name(descriptor).orElse("")), descriptor));
        return entries;
    }

    /// All descriptors, also those without a name.
    List<ObjectNode> descriptors() throws IOException {
        return OciJson.objects(read(), "manifests", file.toString());
    }

    /// Takes all names away. Call it in [#locked].
    void clear() throws IOException {
        write(Map.of());
    }

    private static Optional<String> name(ObjectNode descriptor) {
        String name = descriptor.path("annotations").path(OciJson.REF_NAME).asString("");
        return Optional.of(name).filter(text -> !text.isBlank());
    }

    private ObjectNode read() throws IOException {
        try {
            return OciJson.parse(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException e) {
            return OciJson.emptyIndex();
        }
    }

    /// A change of one name: gets its present descriptor and gives the new one.
    @FunctionalInterface
    interface Change {
        Optional<ObjectNode> apply(Optional<ObjectNode> present) throws IOException;
    }

    /// Changes one name while nobody else changes anything.
    ///
    /// @return whether the name was there before
    boolean change(ImageRef ref, Change change) throws IOException {
        try (FolderLock lock = FolderLock.acquire(dir)) {
            Map<ImageRef, ObjectNode> entries = readEntries();
            Optional<ObjectNode> present = Optional.ofNullable(entries.get(ref));
            Optional<ObjectNode> next = change.apply(present);
            if (!next.equals(present)) {
                entries.remove(ref);
                next.ifPresent(descriptor -> entries.put(ref, named(descriptor, ref)));
                write(entries);
            }
            return present.isPresent();
        }
    }

    /// Does something while nobody changes anything.
    <T> T locked(Storage.IoCall<T> call) throws IOException {
        try (FolderLock lock = FolderLock.acquire(dir)) {
            return call.call();
        }
    }

    private static ObjectNode named(ObjectNode descriptor, ImageRef ref) {
        ObjectNode named = descriptor.deepCopy();
        named.withObjectProperty("annotations").put(OciJson.REF_NAME, ref.name());
        return named;
    }

    private void write(Map<ImageRef, ObjectNode> entries) throws IOException {
        ObjectNode index = OciJson.emptyIndex();
        ArrayNode manifests = index.withArrayProperty("manifests");
        entries.values().stream()
                .sorted((a, b) -> name(a).orElse("").compareTo(name(b).orElse("")))
                .forEach(manifests::add);
        AtomicFile.write(file, OciJson.bytes(index));
    }
}
