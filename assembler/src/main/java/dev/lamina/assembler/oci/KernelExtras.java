package dev.lamina.assembler.oci;

import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.value.ImageRef;
import java.util.Collection;
import java.util.List;

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

    /// The paths of those that a kernel's image has for the images of a system, sorted.
    public static List<String> in(FlattenedImage kernel, Collection<ImageRef> images) {
        return images.stream()
                .map(KernelExtras::file)
                .filter(file -> kernel.find(file)
                        .filter(entry -> entry.kind() == Kind.FILE)
                        .isPresent())
                .sorted()
                .toList();
    }
}
