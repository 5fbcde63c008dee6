package dev.lamina.assembler.oci;

/// Where a kernel image of the catalogue has what only systems with a certain component need, such as the modules of
/// encryption for `dm-crypt`: in a tar of its own, which is for the root of the system as `kernel.tar` is.
public final class KernelExtras {
    private KernelExtras() {}

    /// The path in the kernel's image.
    ///
    /// @param component e.g. `dm-crypt`
    public static String file(String component) {
        return "extras/" + component + ".tar";
    }
}
