package dev.lamina.assembler.oci;

import dev.lamina.model.value.ImageRef;

/// Where a kernel image of the catalogue has what only systems with a certain component need, such as the modules of
/// encryption for `lamina/dm-crypt`: in a tar of its own, which is for the root of the system as `kernel.tar` is.
public final class KernelExtras {
    private KernelExtras() {}

    /// The path in the kernel's image.
    ///
    /// @param component the image that needs it
    public static String file(ImageRef component) {
        return "extras/" + component.name() + ".tar";
    }
}
