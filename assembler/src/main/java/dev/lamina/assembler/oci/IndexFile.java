package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.FolderLock;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `index.json`: which name stands for which index or manifest. Changed under the folder's lock, replaced in one step,
/// so it can be read at any time.
final class IndexFile {
    private final Path dir;
    private final Path file;

    private IndexFile(Path dir) {
        this.dir = dir;
        this.file = dir.resolve("index.json");
    }

    static IndexFile open(Path dir) throws IOException {
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

    /// The names and their descriptors, sorted by name; entries without a name are left out.
    Map<ImageRef, ObjectNode> entries() throws IOException {
        Map<ImageRef, ObjectNode> entries = new LinkedHashMap<>();
        OciJson.objects(read(), "manifests", file.toString()).stream()
                .filter(descriptor -> name(descriptor).isPresent())
                .sorted((a, b) -> name(a).orElse("").compareTo(name(b).orElse("")))
                .forEach(descriptor -> entries.put(new ImageRef(name(descriptor).orElse("")), descriptor));
        return entries;
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
            Map<ImageRef, ObjectNode> entries = entries();
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
    <T> T locked(dev.lamina.assembler.io.Storage.IoCall<T> call) throws IOException {
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
