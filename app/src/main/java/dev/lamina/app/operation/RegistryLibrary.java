package dev.lamina.app.operation;

import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.registry.ArtifactPush;
import dev.lamina.assembler.registry.ImagePush;
import dev.lamina.assembler.registry.ImagePush.Pushed;
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
    private final Path directory;
    private final Registries registries;

    /// @param folder of the store
    /// @param directory relative names of files start here
    public RegistryLibrary(Path folder, Path directory, Registries registries) {
        this.folder = folder;
        this.directory = directory;
        this.registries = registries;
    }

    /// Brings what registries have under these names now. What is in the store already is not fetched again.
    public List<StoredImage> pull(List<ImageRef> refs, Arch arch, Reporter reporter) throws IOException {
        refs.forEach(RegistryLibrary::refuseBuiltIn);
        try (ImageStore store = ImageStore.open(folder)) {
            RegistryImages images = new RegistryImages(registries, store, true);
            List<Callable<StoredImage>> pulls = new ArrayList<>();
            refs.forEach(ref -> pulls.add(() -> images.pull(ref, arch, reporter)));
            return Parallel.run(pulls);
        }
    }

    /// Sends an image, with its index as far as its platforms are in the store.
    ///
    /// @param archTags whether each platform gets a tag of its own too
    public Pushed push(ImageRef image, ImageRef as, boolean archTags, Reporter reporter) throws IOException {
        try (ImageStore store = ImageStore.open(folder)) {
            return new ImagePush(registries, store, image, as, archTags, reporter).run();
        }
    }

    /// Sends files as one artifact.
    ///
    /// @param names of files, or what the names of all files of an earlier build begin with
    public Pushed pushFiles(List<String> names, ImageRef as, Reporter reporter) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : names) {
            files.addAll(new BuiltFiles(directory.resolve(name)).files());
        }
        return new ArtifactPush(registries, files, as, reporter).run();
    }

    private static void refuseBuiltIn(ImageRef ref) {
        if (ref.builtIn()) {
            throw new InputException(
                    ref + " is built in, and in no registry",
                    "'lamina catalogue fetch " + ref.component() + "' makes it");
        }
    }
}
