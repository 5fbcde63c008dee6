package dev.lamina.assembler.sbom;

import dev.lamina.assembler.oci.StoredImage;
import java.util.List;

/// An image of a system.
///
/// @param locations where the document names it, e.g. `services[0]`
/// @param prefixes where in the tree its files are, each without slashes at the ends; empty for the root
public record ImageUse(StoredImage image, List<String> locations, List<String> prefixes) {
    public ImageUse {
        locations = List.copyOf(locations);
        prefixes = List.copyOf(prefixes);
    }
}
