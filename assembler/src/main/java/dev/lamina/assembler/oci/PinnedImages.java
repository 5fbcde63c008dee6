package dev.lamina.assembler.oci;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Optional;

/// Refuses images whose names have no digest, and so may stand for another image tomorrow.
public final class PinnedImages implements ImageProvider {
    private final ImageProvider images;

    public PinnedImages(ImageProvider images) {
        this.images = images;
    }

    @Override
    public Optional<StoredImage> present(ImageRef ref, Arch arch) throws IOException {
        return images.present(pinned(ref), arch);
    }

    @Override
    public Pending pending(ImageRef ref, Arch arch) throws IOException {
        return images.pending(pinned(ref), arch);
    }

    @Override
    public StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        return images.provide(pinned(ref), arch, reporter);
    }

    private static ImageRef pinned(ImageRef ref) {
        if (ref.digest().isEmpty()) {
            throw new InputException(
                    "the image " + ref + " has no digest, and --locked wants one", "'lamina lock FILE' writes it");
        }
        return ref;
    }
}
