package dev.lamina.app.operation;

import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;

/// Where images come from, by what the user allows.
@FunctionalInterface
public interface ImageSources {

    ImageProvider open(ImageStore store, Fetching fetching);
}
