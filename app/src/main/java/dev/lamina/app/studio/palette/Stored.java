package dev.lamina.app.studio.palette;

import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.value.ImageRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What the image store has.
///
/// @param entries images that are only there
/// @param sizes in bytes, of all its images, by name
record Stored(List<PaletteEntry> entries, Map<ImageRef, Long> sizes) {
    static final Stored NOTHING = new Stored(List.of(), Map.of());

    Stored {
        entries = List.copyOf(entries);
        sizes = Map.copyOf(sizes);
    }

    static Stored of(List<StoredImage> images) {
        Map<ImageRef, Long> sizes = new HashMap<>();
        images.forEach(image -> sizes.putIfAbsent(image.ref(), image.size()));
        return new Stored(StoreEntries.of(images), sizes);
    }

    /// The entry with the size of its image, when that is known.
    PaletteEntry sized(PaletteEntry entry) {
        Optional<Long> size = entry.image().map(ImageRef::parse).flatMap(ref -> Optional.ofNullable(sizes.get(ref)));
        return size.map(bytes -> entry.sized(OptionalLong.of(bytes))).orElse(entry);
    }
}
