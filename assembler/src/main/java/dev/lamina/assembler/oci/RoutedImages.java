package dev.lamina.assembler.oci;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Optional;

/// Asks the catalogue for built-in images, and another provider for the rest.
public final class RoutedImages implements ImageProvider {
    private final ImageProvider builtIn;
    private final ImageProvider others;

    public RoutedImages(ImageProvider builtIn, ImageProvider others) {
        this.builtIn = builtIn;
        this.others = others;
    }

    private ImageProvider of(ImageRef ref) {
        return ref.builtIn() ? builtIn : others;
    }

    @Override
    public Optional<StoredImage> present(ImageRef ref, Arch arch) throws IOException {
        return of(ref).present(ref, arch);
    }

    @Override
    public Pending pending(ImageRef ref, Arch arch) throws IOException {
        return of(ref).pending(ref, arch);
    }

    @Override
    public StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        return of(ref).provide(ref, arch, reporter);
    }
}
