package dev.lamina.app.operation;

import dev.lamina.assembler.oci.StoreHoldings.Held;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is kept, and what has to go for the rest to fit. Blobs that several images hold count once, and go with the
/// last of them.
final class Room {
    private final List<Stored> goable = new ArrayList<>();
    private final List<ImageRef> needed = new ArrayList<>();
    private final Map<Digest, Integer> holders = new HashMap<>();
    private long left;
    private long freedFiles;
    private long freedImages;

    /// @param keep names of images that stay
    Room(List<Held> images, Set<ImageRef> keep) {
        for (Held held : images) {
            held.blobs().forEach((digest, size) -> {
                if (holders.merge(digest, 1, Integer::sum) == 1) {
                    left += size;
                }
            });
            if (keep.contains(held.name())) {
                needed.add(held.name());
            } else {
                goable.add(new Stored.Image(held));
            }
        }
    }

    void add(Stored.File file) {
        goable.add(file);
        left += file.size();
    }

    /// What goes, the longest unused first.
    List<Stored> until(long quota) {
        List<Stored> going = new ArrayList<>();
        goable.sort(Comparator.comparing(Stored::used));
        for (Stored stored : goable) {
            if (left <= quota) {
                break;
            }
            left -= take(stored);
            going.add(stored);
        }
        return going;
    }

    private long take(Stored stored) {
        return switch (stored) {
            case Stored.File file -> {
                freedFiles += file.size();
                yield file.size();
            }
            case Stored.Image image -> {
                long size = 0;
                for (Map.Entry<Digest, Long> blob : image.held().blobs().entrySet()) {
                    if (holders.merge(blob.getKey(), -1, Integer::sum) == 0) {
                        size += blob.getValue();
                    }
                }
                freedImages += size;
                yield size;
            }
        };
    }

    long left() {
        return left;
    }

    /// By what goes, images apart.
    long freedFiles() {
        return freedFiles;
    }

    /// By the images that go.
    long freedImages() {
        return freedImages;
    }

    /// Those that stay although there is no room.
    List<ImageRef> needed() {
        return List.copyOf(needed);
    }
}
