package dev.lamina.assembler.oci;

import dev.lamina.model.value.Digest;
import java.util.List;
import java.util.Optional;

/// How one document of an image names another one, or a blob (image-spec, descriptor.md).
///
/// @param platform of an image in an index
/// @param urls where the blob is instead of in the registry
public record Descriptor(String mediaType, Digest digest, long size, Optional<Platform> platform, List<String> urls) {
    public Descriptor {
        urls = List.copyOf(urls);
    }

    public Descriptor(String mediaType, Digest digest, long size) {
        this(mediaType, digest, size, Optional.empty(), List.of());
    }
}
