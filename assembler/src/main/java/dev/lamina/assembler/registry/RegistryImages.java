package dev.lamina.assembler.registry;

import dev.lamina.assembler.io.Lazy;
import dev.lamina.assembler.io.Once;
import dev.lamina.assembler.oci.ImageProvider;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Images of registries, kept in the store.
public final class RegistryImages implements ImageProvider {
    private static final int LAYERS_AT_ONCE = 6;

    private final Lazy<Registries> registries;
    private final ImageStore store;
    private final boolean always;
    private final Semaphore lines = new Semaphore(LAYERS_AT_ONCE);
    private final Once<Wanted, StoredImage> pulls = new Once<>();

    /// @param registries asked for when an image must be pulled, as it takes preparations to talk to them
    /// @param always whether the registry is asked also for images that are in the store, as it may have newer ones
    public RegistryImages(Supplier<Registries> registries, ImageStore store, boolean always) {
        this.registries = new Lazy<>(registries);
        this.store = store;
        this.always = always;
    }

    public RegistryImages(Registries registries, ImageStore store, boolean always) {
        this(() -> registries, store, always);
    }

    private record Wanted(ImageRef ref, Arch arch) {}

    /// @throws dev.lamina.model.problem.InputException it is not in the store, and no registry can have such a name
    @Override
    public Optional<StoredImage> present(ImageRef ref, Arch arch) throws IOException {
        Optional<StoredImage> stored = store.find(ref, arch).filter(store::isWhole);
        if (stored.isEmpty()) {
            RegistryName.of(ref);
        }
        return stored;
    }

    @Override
    public Pending pending(ImageRef ref, Arch arch) {
        return new Pending("pull from " + RegistryName.of(ref).registry(), 0, 0);
    }

    @Override
    public StoredImage provide(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        Optional<StoredImage> present = always ? Optional.empty() : present(ref, arch);
        return present.isPresent() ? present.get() : pull(ref, arch, reporter);
    }

    /// Brings what the registry has now, once for all who ask this object. What is here already stays.
    public StoredImage pull(ImageRef ref, Arch arch, Reporter reporter) throws IOException {
        return pulls.get(
                new Wanted(ref, arch),
                () -> Registries.cancellable(
                        () -> new ImagePull(registries.get(), store, lines, ref, arch, reporter).run(), reporter));
    }
}
