package dev.lamina.assembler.oci;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Images that somebody put into the store.
public final class StoreImages implements ImageProvider {
    private final ImageStore store;

    public StoreImages(ImageStore store) {
        this.store = store;
    }

    @Override
    public Optional<StoredImage> present(ImageRef ref, Arch arch) throws IOException {
        return store.find(ref, arch);
    }

    @Override
    public Pending pending(ImageRef ref, Arch arch) {
        return new Pending("not in the store", 0, 0);
    }

    @Override
    public StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        Optional<StoredImage> image = store.find(ref, arch);
        if (image.isPresent()) {
            return image.get();
        }
        List<String> others = store.arches(ref).stream().map(Arch::ociName).toList();
        if (!others.isEmpty()) {
            throw new InputException(
                    "the image " + ref + " is here for " + String.join(", ", others) + ", not for " + arch,
                    "build with --arch " + others.getFirst() + ", or import the image for " + arch);
        }
        throw new InputException(
                "the image " + ref + " is not in the store",
                "get it with 'lamina image pull' or 'lamina image import'");
    }
}
