package dev.lamina.app.operation;

import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;

/// Where images come from, by what the user allows.
@FunctionalInterface
public interface ImageSources {

    /// @param offline whether nothing may be fetched
    /// @param locked whether packages that differ from the lock are refused
    ImageProvider open(ImageStore store, boolean offline, boolean locked);
}
