package dev.lamina.model.check;

import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.util.List;
import java.util.Optional;

/// What is known of an image without running it.
///
/// @param config its configuration, with the label
/// @param architectures those that the store has it for; empty when that is not known
/// @param exposedPorts as the image declares them, e.g. `6379/tcp`
/// @param volumes the paths that it declares as volumes
/// @param files empty when only the configuration is known, as of a built-in image that was not made yet
/// @param size of all files, unpacked, in bytes; 0 when it is not known
/// @param digest what pins it in a document: of its index when it has one, otherwise of its manifest
public record ImageFacts(
        ImageConfig config,
        List<Arch> architectures,
        List<String> exposedPorts,
        List<String> volumes,
        Optional<ImageFiles> files,
        long size,
        Optional<Digest> digest) {

    public ImageFacts {
        architectures = List.copyOf(architectures);
        exposedPorts = List.copyOf(exposedPorts);
        volumes = List.copyOf(volumes);
    }

    /// Of an image whose digest is not known.
    public ImageFacts(
            ImageConfig config,
            List<Arch> architectures,
            List<String> exposedPorts,
            List<String> volumes,
            Optional<ImageFiles> files,
            long size) {
        this(config, architectures, exposedPorts, volumes, files, size, Optional.empty());
    }

    /// Of an image of which only the configuration is known.
    public static ImageFacts of(ImageConfig config) {
        return new ImageFacts(config, List.of(), List.of(), List.of(), Optional.empty(), 0);
    }
}
