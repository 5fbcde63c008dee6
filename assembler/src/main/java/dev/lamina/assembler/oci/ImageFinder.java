package dev.lamina.assembler.oci;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Finds images of a store by their names, and what belongs to them. Whoever finds an image will read it:
/// from then on nobody prunes it until the store is closed.
final class ImageFinder {
    private final IndexFile index;
    private final BlobStore blobs;
    private final StoredIndexes indexes;

    ImageFinder(IndexFile index, BlobStore blobs, StoredIndexes indexes) {
        this.index = index;
        this.blobs = blobs;
        this.indexes = indexes;
    }

    /// The descriptor of a name. A name without a tag is one with the tag `latest`, and one with a digest
    /// also means an image of another name with that digest.
    Optional<ObjectNode> descriptor(ImageRef ref) throws IOException {
        Map<ImageRef, ObjectNode> entries = index.entries();
        ObjectNode exact = entries.get(ref);
        if (exact != null) {
            return Optional.of(exact);
        }
        Optional<Digest> digest = ref.digest();
        if (digest.isEmpty()) {
            return ref.builtIn() ? Optional.empty() : Optional.ofNullable(entries.get(ref.otherSpelling()));
        }
        String wanted = digest.get().toString();
        Optional<ObjectNode> named = entries.values().stream()
                .filter(descriptor -> descriptor.path("digest").asString("").equals(wanted))
                .findFirst();
        return named.isPresent() ? named : below(entries.values(), digest.get());
    }

    /// The digest of the index or manifest of a name.
    Optional<Digest> digest(ImageRef ref) throws IOException {
        return descriptor(ref)
                .map(descriptor -> OciJson.blob(descriptor, ref.name()).digest());
    }

    /// As [#descriptor], for the very name.
    Optional<Descriptor> named(ImageRef ref) throws IOException {
        ObjectNode descriptor = index.entries().get(ref);
        if (descriptor == null) {
            return Optional.empty();
        }
        BlobDescriptor blob = OciJson.blob(descriptor, ref.name());
        String mediaType = OciJson.optionalText(descriptor, "mediaType", ref.name());
        return Optional.of(new Descriptor(mediaType, blob.digest(), blob.size()));
    }

    /// The manifest of one platform, which an index names.
    private Optional<ObjectNode> below(Collection<ObjectNode> descriptors, Digest digest) throws IOException {
        for (ObjectNode descriptor : blobs.has(digest) ? descriptors : List.<ObjectNode>of()) {
            boolean here = blobs.has(OciJson.blob(descriptor, "index.json").digest());
            for (ObjectNode manifest : here ? indexes.manifests(descriptor) : List.<ObjectNode>of()) {
                if (OciJson.blob(manifest, "index.json").digest().equals(digest)) {
                    return Optional.of(manifest);
                }
            }
        }
        return Optional.empty();
    }

    Optional<StoredImage> find(ImageRef ref, Arch arch) throws IOException {
        Optional<ObjectNode> descriptor = descriptor(ref);
        return descriptor.isPresent() ? find(ref, arch, descriptor.get()) : Optional.empty();
    }

    private Optional<StoredImage> find(ImageRef ref, Arch arch, ObjectNode descriptor) throws IOException {
        List<ObjectNode> here = new ArrayList<>();
        for (ObjectNode manifest : indexes.manifests(descriptor)) {
            if (blobs.has(OciJson.blob(manifest, ref.name()).digest())) {
                here.add(manifest);
            }
        }
        Optional<ObjectNode> chosen =
                Platform.choose(here, manifest -> OciJson.platform(manifest.path("platform")), arch);
        return chosen.isPresent()
                ? Optional.of(
                        stored(ref, arch, OciJson.blob(chosen.get(), ref.name()).digest()))
                : Optional.empty();
    }

    private StoredImage stored(ImageRef ref, Arch arch, Digest manifestDigest) throws IOException {
        ObjectNode manifest = blobs.document(manifestDigest);
        ObjectNode config =
                blobs.document(OciJson.blob(manifest.path("config"), ref.name()).digest());
        return new StoredImage(
                ref,
                arch,
                manifestDigest,
                ConfigJson.read(config, ref.name()),
                layers(ref, manifest, config),
                OciJson.texts(manifest, "annotations", ref.name()));
    }

    private List<Layer> layers(ImageRef ref, ObjectNode manifest, ObjectNode config) {
        List<ObjectNode> descriptors = OciJson.objects(manifest, "layers", ref.name());
        List<String> diffIds = OciJson.textList(config.path("rootfs"), "diff_ids", ref.name());
        if (descriptors.size() != diffIds.size()) {
            throw new BadImageException(
                    ref.name(), "has " + descriptors.size() + " layers, but its config names " + diffIds.size());
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < descriptors.size(); i++) {
            Layer layer = layer(ref, descriptors.get(i), diffIds.get(i));
            blobs.has(layer.digest()); // so that it is not pruned
            layers.add(layer);
        }
        return layers;
    }

    private static Layer layer(ImageRef ref, ObjectNode descriptor, String diffId) {
        BlobDescriptor blob = OciJson.blob(descriptor, ref.name());
        String mediaType = OciJson.optionalText(descriptor, "mediaType", ref.name());
        try {
            return new Layer(mediaType, blob.digest(), blob.size(), Digest.parse(diffId));
        } catch (IllegalArgumentException e) {
            throw new BadImageException(
                    ref.name(), "its config names a layer by something that is " + e.getMessage(), e);
        }
    }

    /// All images, sorted by name and architecture.
    List<StoredImage> all() throws IOException {
        List<StoredImage> images = new ArrayList<>();
        for (Map.Entry<ImageRef, ObjectNode> entry : index.entries().entrySet()) {
            for (Arch arch : Arch.values()) {
                find(entry.getKey(), arch, entry.getValue()).ifPresent(images::add);
            }
        }
        return images;
    }

    List<Arch> arches(ImageRef ref) throws IOException {
        List<Arch> arches = new ArrayList<>();
        for (Arch arch : Arch.values()) {
            if (find(ref, arch).isPresent()) {
                arches.add(arch);
            }
        }
        return arches;
    }

    List<Arch> namedArches(ImageRef ref) throws IOException {
        Optional<ObjectNode> descriptor = descriptor(ref);
        List<ObjectNode> manifests = descriptor.isPresent() ? indexes.manifests(descriptor.get()) : List.of();
        return Arrays.stream(Arch.values())
                .filter(arch -> manifests.stream().anyMatch(manifest -> OciJson.isFor(manifest.path("platform"), arch)))
                .toList();
    }

    /// What an OCI layout of an image alone consists of.
    LayoutCopy layout(ImageRef ref, List<String> platforms) throws IOException {
        ObjectNode descriptor = descriptor(ref).orElseThrow(() -> new IllegalArgumentException("no image " + ref));
        return new LayoutCollector(blobs, ref).of(indexes.manifests(descriptor), platforms);
    }

    List<BlobDescriptor> statements(StoredImage image, String predicate) throws IOException {
        ObjectNode descriptor = index.entries().get(image.ref());
        List<BlobDescriptor> statements = new ArrayList<>();
        for (ObjectNode manifest : descriptor == null ? List.<ObjectNode>of() : indexes.manifests(descriptor)) {
            Digest digest = OciJson.blob(manifest, image.ref().name()).digest();
            if (OciJson.attests(manifest, image.manifestDigest()) && blobs.has(digest)) {
                addStatements(digest, predicate, statements);
            }
        }
        return statements;
    }

    private void addStatements(Digest manifest, String predicate, List<BlobDescriptor> statements) throws IOException {
        for (ObjectNode layer : OciJson.objects(blobs.document(manifest), "layers", manifest.toString())) {
            BlobDescriptor blob = OciJson.blob(layer, manifest.toString());
            if (OciJson.isStatement(layer, predicate) && blobs.has(blob.digest())) {
                statements.add(blob);
            }
        }
    }
}
