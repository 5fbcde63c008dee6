package dev.lamina.app.operation;

import dev.lamina.assembler.io.Once;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.ImportOptions;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Optional;

/// Images that docker of this computer has, before those that others would bring.
public final class DockerImages implements ImageProvider {
    private static final String DOCKER = "docker";

    private final LocalClients clients;
    private final ImageStore store;
    private final ImageProvider others;
    private final Once<ImageRef, Boolean> taken = new Once<>();

    public DockerImages(LocalClients clients, ImageStore store, ImageProvider others) {
        this.clients = clients;
        this.store = store;
        this.others = others;
    }

    @Override
    public Optional<StoredImage> present(ImageRef ref, Arch arch) throws IOException {
        return others.present(ref, arch);
    }

    @Override
    public Pending pending(ImageRef ref, Arch arch) throws IOException {
        return new Pending("take from docker, or " + others.pending(ref, arch).what(), 0, 0);
    }

    @Override
    public StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        if (taken.get(ref, () -> take(ref, reporter))) {
            Optional<StoredImage> image = store.find(ref, arch);
            if (image.isPresent()) {
                return image.get();
            }
        }
        return others.provide(ref, arch, reporter);
    }

    /// @return whether docker has it
    private boolean take(ImageRef ref, Reporter reporter) throws IOException {
        LocalClients.Named image = new LocalClients.Named(DOCKER, ref.name());
        if (!clients.has(image)) {
            return false;
        }
        clients.saved(
                image,
                reporter,
                archive -> store.importing(ImportOptions.NONE.withName(ref), reporter)
                        .from(archive));
        return true;
    }
}
