package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.Once;
import dev.lamina.assembler.io.Parallel;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.Spool;
import dev.lamina.assembler.io.Storage.IoCall;
import dev.lamina.assembler.oci.ImageManifest;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Layer;
import dev.lamina.assembler.oci.LayerWriter;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.assembler.packages.ObtainedPackage;
import dev.lamina.assembler.packages.PackageOrigin;
import dev.lamina.assembler.packages.PackagePin;
import dev.lamina.assembler.packages.PackageSource;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes images of components and puts them into the store.
final class ImageMaker implements Closeable {
    private final Catalogue catalogue;
    private final PackageSource source;
    private final ImageStore store;
    private final Path temporary;
    private final PackageContents contents;
    private final Once<LayerKey, MadeLayer> shared = new Once<>();

    ImageMaker(Catalogue catalogue, PackageSource source, ImageStore store) {
        this.catalogue = catalogue;
        this.source = source;
        this.store = store;
        this.temporary = store.workFolder();
        this.contents = new PackageContents(catalogue, temporary);
    }

    /// What a shared layer is made of, for one run of the program.
    private record LayerKey(String name, Arch arch, List<Digest> packages) {}

    /// @param libraries the names of those in it
    /// @param sources packages that something was taken from
    private record MadeLayer(Layer layer, Set<String> libraries, SortedSet<PackagePin> sources) {}

    void make(Component component, Arch arch, Digest key, Reporter reporter) throws IOException {
        List<ObtainedPackage> packages = obtain(catalogue.packages(component, arch), arch, reporter);
        try (Reporter.Step step = reporter.begin("making " + component.reference())) {
            List<MadeLayer> layers = new ArrayList<>(sharedLayers(component, arch, packages, step));
            Set<String> below = new HashSet<>();
            layers.forEach(layer -> below.addAll(layer.libraries()));
            layers.add(ownLayer(component, arch, packages, below, step));
            store.publish(component.image(), arch, manifest(component, key, packages, layers));
        }
    }

    private List<ObtainedPackage> obtain(Set<String> names, Arch arch, Reporter reporter) throws IOException {
        return names.isEmpty() ? List.of() : source.obtain(source.closure(names, arch), reporter);
    }

    private List<MadeLayer> sharedLayers(
            Component component, Arch arch, List<ObtainedPackage> packages, Reporter.Step step) throws IOException {
        List<IoCall<MadeLayer>> work = new ArrayList<>();
        for (SharedLayer layer : catalogue.layersOf(component)) {
            List<ObtainedPackage> own = ofLayer(layer, arch, packages);
            List<Digest> digests =
                    own.stream().map(obtained -> obtained.actual().sha256()).toList();
            work.add(() ->
                    shared.get(new LayerKey(layer.name(), arch, digests), () -> sharedLayer(layer, arch, own, step)));
        }
        return Parallel.run(work);
    }

    /// Without what only the component needs, so that the layer is the same in every image. A package that
    /// stands in for a locked one may need others than that one did.
    private static List<ObtainedPackage> ofLayer(SharedLayer layer, Arch arch, List<ObtainedPackage> packages) {
        Set<String> needed = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(layer.contents().packages(arch));
        while (!open.isEmpty()) {
            String name = open.pop();
            if (needed.add(name)) {
                packages.stream()
                        .filter(obtained -> obtained.wanted().name().equals(name))
                        .forEach(obtained -> open.addAll(obtained.actual().dependencies()));
            }
        }
        return packages.stream()
                .filter(obtained -> needed.contains(obtained.wanted().name()))
                .toList();
    }

    private MadeLayer sharedLayer(SharedLayer layer, Arch arch, List<ObtainedPackage> packages, Reporter.Step step)
            throws IOException {
        PackageFiles files = new PackageFiles(contents.get(packages, step));
        return write(filler(arch).fill(layer.folder(), layer.contents(), files, Set.of()), step);
    }

    private MadeLayer ownLayer(
            Component component, Arch arch, List<ObtainedPackage> packages, Set<String> below, Reporter.Step step)
            throws IOException {
        PackageFiles files = new PackageFiles(contents.get(packages, step));
        LayerContent layer = filler(arch).fill(component.folder(), component.contents(), files, below);
        if (component.section() != Component.Section.KERNEL) {
            return write(layer, step);
        }
        try (Spool spool = Spool.in(temporary)) {
            new KernelFiller(files, spool).fill(layer, component.modules(), catalogue.needingKernel());
            return write(layer, step);
        } finally {
            for (ObtainedPackage obtained : packages) {
                contents.forget(obtained); // nobody else uses these, and they are large
            }
        }
    }

    private LayerFiller filler(Arch arch) {
        return new LayerFiller(catalogue.files(), arch);
    }

    private MadeLayer write(LayerContent content, Reporter.Step step) throws IOException {
        try (LayerWriter writer = store.newLayer()) {
            content.streamTo((entry, bytes) -> {
                writer.accept(entry, new ReportedInput(bytes, step));
            });
            return new MadeLayer(writer.finish(), Set.copyOf(content.libraries()), content.sources());
        }
    }

    private static ImageManifest manifest(
            Component component, Digest key, List<ObtainedPackage> packages, List<MadeLayer> layers) {
        SortedSet<PackagePin> sources = new TreeSet<>(LayerContent.BY_NAME);
        layers.forEach(layer -> sources.addAll(layer.sources()));
        boolean locked = packages.stream().allMatch(ObtainedPackage::locked);
        return new ImageManifest(
                component.imageConfig(),
                layers.stream().map(MadeLayer::layer).toList(),
                annotations(component, key, locked, sources));
    }

    private static Map<String, String> annotations(
            Component component, Digest key, boolean locked, SortedSet<PackagePin> sources) {
        Map<String, String> annotations = new HashMap<>();
        annotations.put(CatalogueImages.KEY, key.toString());
        annotations.put(CatalogueImages.LOCKED, Boolean.toString(locked));
        annotations.put(
                CatalogueImages.PACKAGES,
                sources.stream().map(pin -> pin.name() + "=" + pin.version()).collect(Collectors.joining(" ")));
        annotations.put(CatalogueImages.ORIGINS, PackageOrigin.note(sources));
        if (!component.licence().isEmpty()) {
            annotations.put(StoredImage.LICENCE, component.licence());
        }
        return annotations;
    }

    @Override
    public void close() throws IOException {
        contents.close();
    }
}
