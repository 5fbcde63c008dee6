package dev.lamina.app.operation;

import dev.lamina.app.operation.ImageMemory.ImageKey;
import dev.lamina.app.operation.ImageMemory.KernelKey;
import dev.lamina.assembler.catalogue.Catalogue;
import dev.lamina.assembler.catalogue.Component;
import dev.lamina.assembler.facts.ImageReader;
import dev.lamina.assembler.facts.KernelReader;
import dev.lamina.assembler.facts.SizeReader;
import dev.lamina.assembler.oci.ImageContents;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.part.Images;
import dev.lamina.model.Composition;
import dev.lamina.model.check.ImageFacts;
import dev.lamina.model.check.KernelFacts;
import dev.lamina.model.check.LocalFile;
import dev.lamina.model.check.SystemSizes;
import dev.lamina.model.oci.ImageConfig;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.ImageRef;
import dev.lamina.model.yaml.ReadResult;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One run of [GatherFacts], with the store open.
final class Gathering {
    private final Catalogue catalogue;
    private final ReadResult read;
    private final Arch arch;
    private final ImageStore store;
    private final ImageReader images;
    private final KernelReader kernels;
    private final SizeReader sizes;
    private final ImageMemory memory;
    private final Reporter reporter;

    /// @param memory of the times before
    Gathering(
            Home home,
            Catalogue catalogue,
            ReadResult read,
            Arch arch,
            ImageStore store,
            ImageMemory memory,
            Reporter reporter) {
        this.catalogue = catalogue;
        ImageContents contents = new ImageContents(store, home.listings());
        this.read = read;
        this.arch = arch;
        this.store = store;
        this.images = new ImageReader(contents, home.facts());
        this.kernels = new KernelReader(contents, home.facts());
        this.sizes = new SizeReader(contents);
        this.memory = memory;
        this.reporter = reporter;
    }

    /// Of images, and of the kernel in one of them.
    record Known(Map<ImageRef, ImageFacts> images, Optional<KernelFacts> kernel, Optional<SystemSizes> sizes) {
        static Known only(Map<ImageRef, ImageFacts> images) {
            return new Known(images, Optional.empty(), Optional.empty());
        }
    }

    Known run(Map<String, LocalFile> files) {
        Map<ImageRef, StoredImage> stored = new HashMap<>();
        for (ImageRef ref : Images.of(read.composition()).keySet()) {
            reporter.checkCancelled();
            present(ref).ifPresent(image -> stored.put(ref, image));
        }
        Map<ImageRef, ImageFacts> facts = new HashMap<>();
        Map<ImageRef, ImageConfig> configs = new HashMap<>();
        for (ImageRef ref : Images.of(read.composition()).keySet()) {
            GatherFacts.described(ref, catalogue).ifPresent(each -> facts.put(ref, each));
        }
        stored.forEach((ref, image) -> configs.put(ref, image.config()));
        StartedFiles started = StartedFiles.of(read, arch, configs);
        stored.forEach((ref, image) -> facts(image, started).ifPresent(each -> facts.put(ref, each)));
        for (ImageRef ref : Images.of(read.composition()).keySet()) {
            if (!facts.containsKey(ref)) {
                otherArch(ref).ifPresent(each -> facts.put(ref, each));
            }
        }
        return new Known(facts, kernel(stored), sizes(stored, files));
    }

    private Optional<StoredImage> present(ImageRef ref) {
        try {
            Optional<Component> component = catalogue.find(ref);
            return component.isPresent()
                    ? store.find(ref, arch).filter(image -> isOf(image, component.get()))
                    : store.find(ref, arch);
        } catch (IOException | LaminaException e) {
            GatherFacts.unreadable(e, ref.name(), reporter);
            return Optional.empty();
        }
    }

    /// Whether an image was made of this description. Builds look more closely: also at the versions of
    /// packages, for which all of their list must be read.
    private static boolean isOf(StoredImage image, Component component) {
        return image.config().equals(component.imageConfig());
    }

    private Optional<ImageFacts> facts(StoredImage image, StartedFiles started) {
        try {
            List<Arch> arches = store.namedArches(image.ref());
            ImageKey key = new ImageKey(
                    image.ref(),
                    image.manifestDigest(),
                    store.digest(image.ref()),
                    arches,
                    started.programs().getOrDefault(image.ref(), Set.of()));
            return Optional.of(memory.image(
                    key, () -> images.of(image, arches, files -> started.in(image.ref(), files))));
        } catch (IOException | LaminaException e) {
            GatherFacts.unreadable(e, "the files of " + image.ref(), reporter);
            return Optional.of(ImageFacts.of(image.config()));
        }
    }

    /// An image that is here for other architectures alone; then its configuration is most likely the same.
    private Optional<ImageFacts> otherArch(ImageRef ref) {
        try {
            List<Arch> arches = store.namedArches(ref);
            Optional<StoredImage> image = Optional.empty();
            for (Arch other : arches) {
                image = image.isPresent() ? image : store.find(ref, other);
            }
            return image.map(
                    found -> new ImageFacts(found.config(), arches, List.of(), List.of(), Optional.empty(), 0));
        } catch (IOException | LaminaException e) {
            GatherFacts.unreadable(e, ref.name(), reporter);
            return Optional.empty();
        }
    }

    private Optional<SystemSizes> sizes(Map<ImageRef, StoredImage> stored, Map<String, LocalFile> files) {
        try {
            return sizes.of(read.composition(), stored, files);
        } catch (IOException | LaminaException e) {
            return Optional.empty(); // said of the image already
        }
    }

    private Optional<KernelFacts> kernel(Map<ImageRef, StoredImage> stored) {
        Composition composition = read.composition();
        Optional<StoredImage> image = composition.kernel().image().flatMap(ref -> Optional.ofNullable(stored.get(ref)));
        try {
            if (image.isEmpty()) {
                return Optional.empty();
            }
            Set<ImageRef> all = Images.of(composition).keySet();
            KernelKey key = new KernelKey(image.get().manifestDigest(), composition.kernel(), all);
            return memory.kernel(key, () -> kernels.of(image.get(), composition.kernel(), all));
        } catch (IOException | LaminaException e) {
            GatherFacts.unreadable(e, "the modules of " + image.get().ref(), reporter);
            return Optional.empty();
        }
    }
}
