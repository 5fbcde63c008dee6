package dev.lamina.app.studio.editor;

import dev.lamina.app.operation.Operations;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.known.KnownImage;
import dev.lamina.model.known.KnownImages;
import dev.lamina.model.value.ImageRef;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The built-in images, those in the store, and common ones, in this order.
final class AllImageNames implements ImageNames {
    private final Operations operations;

    AllImageNames(Operations operations) {
        this.operations = operations;
    }

    @Override
    public List<Named> load() {
        Map<String, Named> all = new LinkedHashMap<>();
        operations.catalogue().components().forEach(component -> {
            String name = component.image().name();
            all.put(name, new Named(name, component.summary()));
        });
        Map<String, String> about = new LinkedHashMap<>();
        for (KnownImage known : KnownImages.all()) {
            known.repositories().forEach(name -> about.put(new ImageRef(name).familiar(), known.summary()));
        }
        for (StoredImage stored : stored()) {
            String name = stored.ref().familiar();
            String repository = new ImageRef(stored.ref().repository()).familiar();
            all.putIfAbsent(name, new Named(name, about.getOrDefault(repository, "")));
        }
        about.forEach((name, text) -> all.putIfAbsent(name, new Named(name, text)));
        return List.copyOf(all.values());
    }

    private List<StoredImage> stored() {
        try {
            return operations.images().list();
        } catch (UncheckedIOException e) {
            return List.of(); // a store that cannot be read is told of where it is shown
        }
    }
}
