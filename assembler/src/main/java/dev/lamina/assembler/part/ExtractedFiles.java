package dev.lamina.assembler.part;

import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.FileNote;
import dev.lamina.assembler.oci.FlattenedImage;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Single files of images as blobs of the store, so that a build need not read an image again for them. Which blob is
/// which file is noted in a folder; a note that is damaged, or whose blob is gone, is made again.
final class ExtractedFiles {
    private final ImageContents contents;
    private final Path notes;

    ExtractedFiles(ImageContents contents, Path notes) {
        this.contents = contents;
        this.notes = notes;
    }

    /// @param names paths of files of the image
    Map<String, BlobDescriptor> of(StoredImage image, Set<String> names) throws IOException {
        FlattenedImage files = contents.of(image);
        Map<String, BlobDescriptor> blobs = new TreeMap<>();
        Set<String> unknown = new TreeSet<>();
        for (String name : names) {
            long size = files.find(name).orElseThrow().size();
            known(image, name)
                    .filter(blob -> blob.size() == size)
                    .ifPresentOrElse(blob -> blobs.put(name, blob), () -> unknown.add(name));
        }
        if (!unknown.isEmpty()) {
            extract(image, files, unknown, blobs);
        }
        return blobs;
    }

    private void extract(StoredImage image, FlattenedImage files, Set<String> names, Map<String, BlobDescriptor> blobs)
            throws IOException {
        ImageStore store = contents.store();
        files.streamTo(names, (entry, content) -> {
            BlobDescriptor blob = store.putLayer(content); // the tar of modules is read as one
            blobs.put(entry.path(), blob);
            remember(image, entry.path(), blob);
        });
    }

    /// The kernel within a kernel of the image; empty when it is not compressed in a way that is known.
    Optional<BlobDescriptor> payload(StoredImage image, String name, BlobDescriptor kernel) throws IOException {
        String payload = name + " decompressed";
        Optional<BlobDescriptor> known = known(image, payload);
        if (known.isPresent()) {
            return known;
        }
        try (InputStream in = contents.store().openBlob(kernel.digest())) {
            Optional<InputStream> decompressed = KernelPayload.of(in);
            if (decompressed.isEmpty()) {
                return Optional.empty();
            }
            BlobDescriptor blob = contents.store().putBlob(decompressed.get());
            remember(image, payload, blob);
            return Optional.of(blob);
        }
    }

    private void remember(StoredImage image, String name, BlobDescriptor blob) throws IOException {
        Storage.createFolder(notes);
        new FileNote(image.manifestDigest(), blob).write(notes, name);
    }

    private Optional<BlobDescriptor> known(StoredImage image, String name) throws IOException {
        return FileNote.find(notes, image.manifestDigest(), name)
                .map(FileNote::blob)
                .filter(blob -> contents.store().hasBlob(blob.digest()));
    }
}
