package dev.lamina.model;

import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Optional;

/// A named directory tree that containers share.
public record Volume(String name, Optional<ImageRef> image, boolean readonly, Format format, List<String> platforms) {

    public Volume {
        platforms = List.copyOf(platforms);
    }

    public enum Format {
        /// The image's files.
        FILESYSTEM,
        /// The image as an OCI layout.
        OCI
    }
}
