package dev.lamina.assembler.oci;

import dev.lamina.model.oci.ImageConfig;
import java.util.List;
import java.util.Map;

/// An image to be published: its layers, bottom first, must be in the store already.
///
/// @param annotations of the manifest, e.g. where the content came from
public record ImageManifest(ImageConfig config, List<Layer> layers, Map<String, String> annotations) {
    public ImageManifest {
        layers = List.copyOf(layers);
        annotations = Map.copyOf(annotations);
    }

    public ImageManifest(ImageConfig config, List<Layer> layers) {
        this(config, layers, Map.of());
    }
}
