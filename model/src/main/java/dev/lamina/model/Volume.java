package dev.lamina.model;

import dev.lamina.model.value.ImageRef;
import java.util.List;
import java.util.Optional;

/// A named directory tree that containers share.
public record Volume(String name, Optional<ImageRef> image, boolean readonly, Format format, List<String> platforms) {

    public Volume {
        platforms = List.copyOf(platforms);
    }

    /// The directory of the system in which all that is of it lies.
    public String directory() {
        return "/containers/volumes/" + name;
    }

    /// The directory that containers see: of a read-only volume where it lies on the read-only root, of a writable one
    /// its overlay.
    public String shown() {
        return directory() + (readonly ? "/lower" : "/merged");
    }

    public enum Format {
        /// The image's files.
        FILESYSTEM,
        /// The image as an OCI layout.
        OCI
    }
}
