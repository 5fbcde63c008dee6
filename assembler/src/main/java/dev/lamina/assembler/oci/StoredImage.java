package dev.lamina.assembler.oci;

import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Map;

/// An image of the store for one architecture.
///
/// @param manifestDigest names the image exactly: everything else follows from it
/// @param layers bottom first
/// @param annotations of the manifest
public record StoredImage(
        ImageRef ref,
        Arch arch,
        Digest manifestDigest,
        ImageConfig config,
        List<Layer> layers,
        Map<String, String> annotations) {

    /// Annotation of the image specification: an SPDX expression.
    public static final String LICENCE = "org.opencontainers.image.licenses";

    public StoredImage {
        layers = List.copyOf(layers);
        annotations = Map.copyOf(annotations);
    }

    /// Bytes of all layers as stored.
    public long size() {
        return layers.stream().mapToLong(Layer::size).sum();
    }
}
