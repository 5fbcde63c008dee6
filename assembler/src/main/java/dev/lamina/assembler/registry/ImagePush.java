package dev.lamina.assembler.registry;

import dev.lamina.assembler.http.CancellableTasks;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.oci.Descriptor;
import dev.lamina.assembler.oci.ImageDocument;
import dev.lamina.assembler.oci.ImageDocument.Index;
import dev.lamina.assembler.oci.ImageDocument.Manifest;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.assembler.oci.Platform;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/// Sends an image of the store to a registry, for all platforms that are here, with its index: as it is when everything
/// that it names is here or there already, else without the rest.
public final class ImagePush {
    private static final int AT_ONCE = 4;

    private final Registries registries;
    private final ImageStore store;
    private final ImageRef ref;
    private final RegistryName to;
    private final Optional<String> mountFrom;
    private final boolean archTags;
    private final Reporter reporter;

    /// @param as what the image is called in the registry
    /// @param archTags whether each platform gets a tag of its own, too: `TAG-ARCH`
    public ImagePush(
            Registries registries, ImageStore store, ImageRef ref, ImageRef as, boolean archTags, Reporter reporter) {
        this.registries = registries;
        this.store = store;
        this.ref = ref;
        this.to = target(as);
        this.mountFrom = mountable(ref, to);
        this.archTags = archTags;
        this.reporter = reporter;
    }

    /// @param name of the image there
    /// @param digest of the index or manifest that the name stands for now
    /// @param platforms that are there now
    public record Pushed(String name, Digest digest, List<Platform> platforms) {
        public Pushed {
            platforms = List.copyOf(platforms);
        }
    }

    static RegistryName target(ImageRef as) {
        if (as.builtIn()) {
            throw new InputException(
                    as + " is the name of a built-in image, and of none in a registry",
                    "say how it is to be called there, for example registry.example/team/" + as.component() + ":1");
        }
        RegistryName to = RegistryName.of(as);
        if (to.digest().isPresent()) {
            throw new InputException(
                    "an image cannot be pushed to a digest, which follows from its content",
                    "push it to a tag: " + to.shown() + ":" + to.tag());
        }
        return to;
    }

    /// The repository that the image came from, when the registry can take it from there itself.
    private static Optional<String> mountable(ImageRef ref, RegistryName to) {
        if (ref.builtIn()) {
            return Optional.empty();
        }
        try {
            RegistryName from = RegistryName.of(ref);
            boolean other =
                    from.registry().equals(to.registry()) && !from.repository().equals(to.repository());
            return other ? Optional.of(from.repository()) : Optional.empty();
        } catch (InputException e) {
            return Optional.empty(); // it came from no registry
        }
    }

    public Pushed run() throws IOException {
        return registries.sending(to, this::push, reporter);
    }

    private Pushed push(RemoteTarget target) throws IOException, InterruptedException {
        Descriptor top = store.named(ref)
                .orElseThrow(() -> new InputException(
                        "the image " + ref + " is not in the store", "'lamina image ls' lists those that are"));
        byte[] document = store.documentBytes(top.digest());
        return switch (ImageDocument.parse(document, ref.name())) {
            case Manifest manifest -> {
                pushBlobs(target, List.of(manifest));
                target.putDocument(to.tag(), document, manifest.mediaType());
                yield new Pushed(name(), top.digest(), List.of());
            }
            case Index index -> push(target, document, index);
        };
    }

    private String name() {
        return to.shown() + ":" + to.tag();
    }

    private Pushed push(RemoteTarget target, byte[] document, Index index) throws IOException, InterruptedException {
        Map<Descriptor, Manifest> here = new LinkedHashMap<>();
        Set<Digest> missing = new LinkedHashSet<>();
        List<Platform> platforms = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Descriptor child : index.children()) {
            Optional<Manifest> manifest = manifest(child);
            if (manifest.isPresent()) {
                here.put(child, manifest.get());
            } else if (!target.hasDocument(child.digest())) {
                missing.add(child.digest());
                child.platform().filter(Platform::isKnown).ifPresent(platform -> leftOut.add(platform.toString()));
                continue;
            }
            child.platform().filter(Platform::isKnown).ifPresent(platforms::add);
        }
        if (here.isEmpty()) {
            throw new InputException("nothing of the image " + ref + " is in the store", "pull or import it first");
        }
        if (!leftOut.isEmpty()) {
            reporter.warn("not pushed, as not in the store: " + ref + " for " + String.join(", ", leftOut));
        }
        pushBlobs(target, here.values());
        for (Map.Entry<Descriptor, Manifest> image : here.entrySet()) {
            pushManifest(target, image.getKey(), image.getValue());
        }
        byte[] pushed = missing.isEmpty() ? document : ImageDocument.without(document, missing, ref.name());
        target.putDocument(to.tag(), pushed, index.mediaType());
        return new Pushed(name(), Hashing.digest(pushed), platforms);
    }

    private Optional<Manifest> manifest(Descriptor child) throws IOException {
        if (!store.hasBlob(child.digest())) {
            return Optional.empty();
        }
        return ImageDocument.parse(store.documentBytes(child.digest()), ref.name()) instanceof Manifest manifest
                ? Optional.of(manifest)
                : Optional.empty();
    }

    private void pushManifest(RemoteTarget target, Descriptor child, Manifest manifest)
            throws IOException, InterruptedException {
        byte[] bytes = store.documentBytes(child.digest());
        target.putDocument(child.digest().toString(), bytes, manifest.mediaType());
        if (archTags && child.platform().filter(Platform::isKnown).isPresent()) {
            String arch = child.platform().orElseThrow().architecture();
            target.putDocument(to.tag() + "-" + arch, bytes, manifest.mediaType());
        }
    }

    private void pushBlobs(RemoteTarget target, Iterable<Manifest> images) throws IOException {
        Map<Digest, Callable<Digest>> tasks = new LinkedHashMap<>();
        for (Manifest image : images) {
            for (int i = 0; i < image.layers().size(); i++) {
                Descriptor layer = image.layers().get(i);
                String label = to.label("layer", i, image.layers().size());
                tasks.putIfAbsent(layer.digest(), () -> pushBlob(target, layer, label));
            }
            Descriptor config = image.config();
            tasks.putIfAbsent(
                    config.digest(), () -> pushBlob(target, config, "config of " + to.repository() + ":" + to.tag()));
        }
        new CancellableTasks(AT_ONCE).run(new ArrayList<>(tasks.values()), reporter);
    }

    private Digest pushBlob(RemoteTarget target, Descriptor blob, String label)
            throws IOException, InterruptedException {
        boolean there = target.hasBlob(blob.digest())
                || (mountFrom.isPresent() && target.mount(blob.digest(), mountFrom.get()));
        if (!there) {
            Upload upload = new Upload(blob.digest(), blob.size(), label, () -> store.openBlob(blob.digest()));
            try (Reporter.Step step = reporter.begin(label, blob.size())) {
                target.upload(upload, step);
            }
        }
        return blob.digest();
    }
}
