package dev.lamina.assembler.oci;

import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.util.Optional;

/// What the user says about images that come in.
///
/// @param name for an image that has none, or in place of the one it has; then only one may come in
/// @param arch of a root file system, which does not say for which one it is
/// @param config of the image that a root file system becomes
public record ImportOptions(Optional<ImageRef> name, Arch arch, ImageConfig config) {

    /// Images have their names, and there are no root file systems.
    public static final ImportOptions NONE = new ImportOptions(Optional.empty(), Arch.AMD64, ImageConfig.EMPTY);

    public ImportOptions withName(ImageRef other) {
        return new ImportOptions(Optional.of(other), arch, config);
    }
}
