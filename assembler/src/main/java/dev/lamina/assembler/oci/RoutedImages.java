package dev.lamina.assembler.oci;

import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Asks the catalogue for built-in images, and another provider for the rest. The catalogue is opened, which takes its
/// time, when the first built-in image is asked for.
public final class RoutedImages implements ImageProvider {
    private final Supplier<? extends ImageProvider> catalogue;
    private final ImageProvider others;
    private @Nullable ImageProvider builtIn;

    public RoutedImages(Supplier<? extends ImageProvider> catalogue, ImageProvider others) {
        this.catalogue = catalogue;
        this.others = others;
    }

    private ImageProvider of(ImageRef ref) {
        return ref.builtIn() ? builtIn() : others;
    }

    private synchronized ImageProvider builtIn() {
        ImageProvider opened = builtIn;
        if (opened == null) {
            opened = catalogue.get();
            builtIn = opened;
        }
        return opened;
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
