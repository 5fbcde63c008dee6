package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.Storage;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// What each name of a store holds, and when it was used last: what whoever makes room has to know. Only looks.
public final class StoreHoldings {
    private StoreHoldings() {}

    /// @param blobs that the name stands for and that are there, with their sizes; others may hold them as well
    /// @param used when something of it was last put into the store or used by a build
    public record Held(ImageRef name, Map<Digest, Long> blobs, Instant used) {
        public Held {
            blobs = Map.copyOf(blobs);
        }
    }

    /// @param dir of an [ImageStore]
    public static List<Held> of(Path dir) throws IOException {
        Storage.createFolder(dir);
        BlobStore blobs = BlobStore.open(dir, StoreUse.none());
        List<Held> all = new ArrayList<>();
        for (Map.Entry<ImageRef, ObjectNode> entry :
                IndexFile.open(dir).entries().entrySet()) {
            Reachable reachable = new Reachable(blobs);
            reachable.follow(entry.getValue());
            all.add(held(entry.getKey(), reachable, blobs));
        }
        return all;
    }

    private static Held held(ImageRef name, Reachable reachable, BlobStore blobs) throws IOException {
        Map<Digest, Long> sizes = new HashMap<>();
        Instant used = Instant.EPOCH;
        for (Digest digest : reachable.digests()) {
            Path file = blobs.file(digest);
            try {
                sizes.put(digest, Files.size(file));
                Instant time = Files.getLastModifiedTime(file).toInstant();
                used = time.isAfter(used) ? time : used;
            } catch (NoSuchFileException e) {
                // an image need not be whole, and another process may be removing it
            }
        }
        return new Held(name, sizes, used);
    }
}
