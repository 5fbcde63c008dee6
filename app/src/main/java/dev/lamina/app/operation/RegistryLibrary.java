package dev.lamina.app.operation;

import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.registry.Registries;
import dev.lamina.assembler.registry.RegistryImages;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Images between the store and registries.
public final class RegistryLibrary {
    private final Path folder;
    private final Registries registries;

    /// @param folder of the store
    public RegistryLibrary(Path folder, Registries registries) {
        this.folder = folder;
        this.registries = registries;
    }

    /// Brings what registries have under these names now. What is in the store already is not fetched again.
    public List<StoredImage> pull(List<ImageRef> refs, Arch arch, Reporter reporter) throws IOException {
        refs.forEach(RegistryLibrary::refuseBuiltIn);
        RegistryImages images = new RegistryImages(registries, ImageStore.open(folder), true);
        List<Callable<StoredImage>> pulls = new ArrayList<>();
        refs.forEach(ref -> pulls.add(() -> images.pull(ref, arch, reporter)));
        return Parallel.run(pulls);
    }

    private static void refuseBuiltIn(ImageRef ref) {
        if (ref.builtIn()) {
            throw new InputException(
                    ref + " is built in, and in no registry",
                    "'lamina catalogue fetch " + ref.component() + "' makes it");
        }
    }
}
