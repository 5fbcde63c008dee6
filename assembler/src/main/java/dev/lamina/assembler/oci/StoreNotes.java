package dev.lamina.assembler.oci;

import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was noted about the images of a store, as far as pruning goes. Notes are made again when they are
/// missed, so nobody has to be asked.
///
/// @param dir of the store
/// @param listings the folder of [ImageContents]
record StoreNotes(Path dir, Path listings, BlobStore blobs) {
    /// Files taken out of an image stay as long as the image does.
    void keepExtracted(Reachable needed, boolean dryRun) throws IOException {
        for (Path file : StoreFiles.in(listings)) {
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

    /// Drops the notes about layers that are gone, and the listings that no image needs.
    void drop(Reachable needed) throws IOException {
        for (Path folder : List.of(LayerStore.headers(dir), LayerStore.contents(dir))) {
            for (Path file : StoreFiles.in(folder)) {
                Optional<Digest> layer = StoreFiles.digest(file);
                if (layer.isPresent() && !blobs.isFile(layer.get())) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Set<String> names = needed.listings();
        for (Path file : StoreFiles.in(listings)) {
            if (StoreFiles.digest(file).isPresent()
                    && !names.contains(file.getFileName().toString())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
