package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.oci.FlattenedImage.LayerSource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Images on this computer: an OCI image layout folder (image-spec, image-layout.md), as LinuxKit's cache is one too.
///
/// Blobs are named by their digest, checked when they are read, and appear whole or not at all. Several processes may
/// use one folder at once. A killed writer leaves a temporary file that the next [#open] removes.
/// Damage gives a [CorruptBlobException], a full or forbidden disk an exception that names the place.
public final class ImageStore {
    static final int DEFAULT_LEVEL = 10;

    private final Path dir;
    private final BlobStore blobs;
    private final IndexFile index;
    private final LayerHeaders headers;

    private ImageStore(Path dir, BlobStore blobs, IndexFile index, LayerHeaders headers) {
        this.dir = dir;
        this.blobs = blobs;
        this.index = index;
        this.headers = headers;
    }

    /// Opens the store, or makes an empty one.
    public static ImageStore open(Path dir) throws IOException {
        Storage.createFolder(dir);
        return new ImageStore(dir, BlobStore.open(dir), IndexFile.open(dir), LayerHeaders.open(dir.resolve("headers")));
    }

    public Path dir() {
        return dir;
    }

    /// Copies everything into the store.
    public BlobDescriptor putBlob(InputStream content) throws IOException {
        return blobs.put(content);
    }

    /// Copies a layer into the store: a tar, compressed or not.
    public BlobDescriptor putLayer(InputStream content) throws IOException {
        try (BlobStore.BlobWriter blob = blobs.writer()) {
            Optional<List<TreeEntry>> entries = LayerHeaders.copy(content, blob.output());
            BlobDescriptor stored = blob.publish();
            if (entries.isPresent()) {
                headers.put(stored.digest(), entries.get());
            }
            return stored;
        }
    }

    /// The entries of a layer, without content, in their order. Reads the layer if it did not come by way of this
    /// class.
    List<TreeEntry> headers(Layer layer, LayerSource source) throws IOException {
        Optional<List<TreeEntry>> noted = headers.find(layer.digest());
        if (noted.isPresent()) {
            return noted.get();
        }
        List<TreeEntry> entries = LayerFlattener.headers(source);
        headers.put(layer.digest(), entries);
        return entries;
    }

    /// Puts what `writer` writes into the store; nothing when it throws.
    public BlobDescriptor putBlob(BlobContent writer) throws IOException {
        try (BlobStore.BlobWriter blob = blobs.writer()) {
            writer.writeTo(blob.output());
            return blob.publish();
        }
    }

    /// Writes the content of a blob.
    @FunctionalInterface
    public interface BlobContent {
        void writeTo(OutputStream out) throws IOException;
    }

    public boolean hasBlob(Digest digest) {
        return blobs.has(digest);
    }

    /// The blob's bytes. Reading to the end, or closing early (which reads the rest), checks them.
    ///
    /// @throws CorruptBlobException at once when the blob is missing, at the end when its bytes have changed
    public InputStream openBlob(Digest digest) throws IOException {
        return blobs.open(digest);
    }

    /// The layer's tar, decompressed. Checked as [#openBlob] does.
    public InputStream openLayer(Layer layer) throws IOException {
        return new LayerInput(openBlob(layer.digest()), layer);
    }

    /// A new layer, compressed as a release is (zstd, level 10).
    public LayerWriter newLayer() throws IOException {
        return newLayer(DEFAULT_LEVEL);
    }

    /// @param level of zstd, 1 to 19
    public LayerWriter newLayer(int level) throws IOException {
        return new LayerWriter(blobs.writer(), headers, level);
    }

    /// Makes `image` what `ref` stands for on `arch`. Other architectures of the name stay.
    ///
    /// @return the manifest's digest; the same image gives the same digest
    public Digest publish(ImageRef ref, Arch arch, ImageManifest image) throws IOException {
        for (Layer layer : image.layers()) {
            requireBlob(layer.digest());
        }
        BlobDescriptor config = blobs.put(OciJson.bytes(OciJson.config(arch, image)));
        BlobDescriptor manifest = blobs.put(OciJson.bytes(OciJson.manifest(config, image)));
        ObjectNode descriptor = OciJson.descriptor(OciJson.MANIFEST, manifest);
        descriptor.set("platform", OciJson.platform(arch));
        index.change(ref, present -> Optional.of(indexWith(present, arch, descriptor)));
        return manifest.digest();
    }

    private void requireBlob(Digest digest) {
        if (!hasBlob(digest)) {
            throw new CorruptBlobException(digest, blobs.file(digest), "is missing", null);
        }
    }

    private ObjectNode indexWith(Optional<ObjectNode> present, Arch arch, ObjectNode descriptor) throws IOException {
        List<ObjectNode> platforms = new ArrayList<>();
        if (present.isPresent()) {
            for (ObjectNode platform : platforms(present.get())) {
                if (!OciJson.isFor(platform.path("platform"), arch)) {
                    platforms.add(platform);
                }
            }
        }
        platforms.add(descriptor);
        platforms.sort((a, b) -> platformKey(a).compareTo(platformKey(b)));
        ObjectNode document = OciJson.emptyIndex();
        ArrayNode manifests = document.withArrayProperty("manifests");
        platforms.forEach(manifests::add);
        return OciJson.descriptor(OciJson.INDEX, blobs.put(OciJson.bytes(document)));
    }

    private static String platformKey(ObjectNode descriptor) {
        JsonNode platform = descriptor.path("platform");
        return platform.path("os").asString("") + "/"
                + platform.path("architecture").asString("") + "/"
                + platform.path("variant").asString("") + "/"
                + descriptor.path("digest").asString("");
    }

    /// The manifests below a name, each with its platform.
    private List<ObjectNode> platforms(ObjectNode descriptor) throws IOException {
        Digest digest = OciJson.blob(descriptor, "index.json").digest();
        ObjectNode document = document(digest);
        if (OciJson.isIndex(document)) {
            return children(document, digest.toString(), 0);
        }
        ObjectNode single = descriptor.deepCopy();
        single.remove("annotations");
        if (!single.has("platform")) {
            ObjectNode config = document(
                    OciJson.blob(document.path("config"), digest.toString()).digest());
            single.putObject("platform")
                    .put("architecture", config.path("architecture").asString(""))
                    .put("os", config.path("os").asString(""));
        }
        return List.of(single);
    }

    /// Indexes may be nested; what an index names may be absent.
    private List<ObjectNode> children(ObjectNode document, String what, int depth) throws IOException {
        List<ObjectNode> manifests = new ArrayList<>();
        for (ObjectNode child : OciJson.objects(document, "manifests", what)) {
            Digest digest = OciJson.blob(child, what).digest();
            boolean nested = child.path("mediaType").asString("").contains("index") || !child.has("platform");
            ObjectNode inner = nested && depth < OciJson.MAX_DEPTH && hasBlob(digest) ? document(digest) : child;
            if (OciJson.isIndex(inner)) {
                manifests.addAll(children(inner, digest.toString(), depth + 1));
            } else {
                manifests.add(child);
            }
        }
        return manifests;
    }

    private ObjectNode document(Digest digest) throws IOException {
        return OciJson.parse(blobs.read(digest, OciJson.MAX_BYTES), digest.toString());
    }

    /// What the name stands for on an architecture. A name with a digest (`name@sha256:…`) also finds an image of
    /// another name with that digest.
    public Optional<StoredImage> find(ImageRef ref, Arch arch) throws IOException {
        Map<ImageRef, ObjectNode> entries = index.entries();
        ObjectNode exact = entries.get(ref);
        if (exact != null) {
            return find(ref, arch, exact);
        }
        int at = ref.name().indexOf("@sha256:");
        if (at < 0) {
            return Optional.empty();
        }
        String digest = ref.name().substring(at + 1);
        for (ObjectNode descriptor : entries.values()) {
            if (descriptor.path("digest").asString("").equals(digest)) {
                return find(ref, arch, descriptor);
            }
        }
        return Optional.empty();
    }

    private Optional<StoredImage> find(ImageRef ref, Arch arch, ObjectNode descriptor) throws IOException {
        List<ObjectNode> here = new ArrayList<>();
        for (ObjectNode platform : platforms(descriptor)) {
            if (hasBlob(OciJson.blob(platform, ref.name()).digest())) {
                here.add(platform);
            }
        }
        Optional<ObjectNode> chosen =
                Platform.choose(here, platform -> OciJson.platform(platform.path("platform")), arch);
        return chosen.isPresent()
                ? Optional.of(
                        stored(ref, arch, OciJson.blob(chosen.get(), ref.name()).digest()))
                : Optional.empty();
    }

    private StoredImage stored(ImageRef ref, Arch arch, Digest manifestDigest) throws IOException {
        ObjectNode manifest = document(manifestDigest);
        ObjectNode config =
                document(OciJson.blob(manifest.path("config"), ref.name()).digest());
        List<ObjectNode> descriptors = OciJson.objects(manifest, "layers", ref.name());
        List<String> diffIds = OciJson.textList(config.path("rootfs"), "diff_ids", ref.name());
        if (descriptors.size() != diffIds.size()) {
            throw new BadImageException(
                    ref.name(), "has " + descriptors.size() + " layers, but its config names " + diffIds.size());
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < descriptors.size(); i++) {
            layers.add(layer(ref, descriptors.get(i), diffIds.get(i)));
        }
        return new StoredImage(
                ref,
                arch,
                manifestDigest,
                OciJson.imageConfig(config, ref.name()),
                layers,
                OciJson.texts(manifest, "annotations", ref.name()));
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

    /// What an OCI layout of this image alone consists of.
    ///
    /// @param platforms as `OS/ARCH`, e.g. `linux/amd64`; empty for all that are here
    /// @throws BadImageException no platform is left
    public LayoutCopy layout(ImageRef ref, List<String> platforms) throws IOException {
        ObjectNode descriptor = index.entries().get(ref);
        if (descriptor == null) {
            throw new IllegalArgumentException("no image " + ref);
        }
        Map<Digest, BlobDescriptor> needed = new TreeMap<>();
        ObjectNode document = OciJson.emptyIndex();
        ArrayNode manifests = document.withArrayProperty("manifests");
        for (ObjectNode platform : platforms(descriptor)) {
            BlobDescriptor manifest = OciJson.blob(platform, ref.name());
            if (hasBlob(manifest.digest()) && isWanted(platform.path("platform"), platforms)) {
                collect(ref, manifest, needed);
                platform.withObjectProperty("annotations").put(OciJson.REF_NAME, ref.name());
                manifests.add(platform);
            }
        }
        if (manifests.isEmpty()) {
            throw new BadImageException(ref.name(), "is not here for " + String.join(", ", platforms));
        }
        String json = new String(OciJson.bytes(document), StandardCharsets.UTF_8);
        return new LayoutCopy(json, List.copyOf(needed.values()));
    }

    private static boolean isWanted(JsonNode platform, List<String> platforms) {
        String name = platform.path("os").asString("") + "/"
                + platform.path("architecture").asString("");
        return platforms.isEmpty() || platforms.contains(name);
    }

    private void collect(ImageRef ref, BlobDescriptor manifest, Map<Digest, BlobDescriptor> needed) throws IOException {
        needed.put(manifest.digest(), manifest);
        ObjectNode document = document(manifest.digest());
        List<JsonNode> parts = new ArrayList<>(OciJson.objects(document, "layers", ref.name()));
        parts.add(document.path("config"));
        for (JsonNode part : parts) {
            BlobDescriptor blob = OciJson.blob(part, ref.name());
            requireBlob(blob.digest());
            needed.put(blob.digest(), blob);
        }
    }

    /// Makes `ref` stand for an index or a manifest that was made elsewhere, and stays as it is. The document is in the
    /// store already; of the images below an index only those are needed that somebody will ask for.
    public void name(ImageRef ref, Descriptor document) throws IOException {
        requireBlob(document.digest());
        ObjectNode descriptor =
                OciJson.descriptor(document.mediaType(), new BlobDescriptor(document.digest(), document.size()));
        index.change(ref, present -> Optional.of(descriptor));
    }

    /// The index or manifest that `ref` stands for.
    public Optional<Descriptor> named(ImageRef ref) throws IOException {
        ObjectNode descriptor = index.entries().get(ref);
        if (descriptor == null) {
            return Optional.empty();
        }
        BlobDescriptor blob = OciJson.blob(descriptor, ref.name());
        String mediaType = OciJson.optionalText(descriptor, "mediaType", ref.name());
        return Optional.of(new Descriptor(mediaType, blob.digest(), blob.size()));
    }

    /// An index, a manifest or a config as it is, verified.
    public byte[] readDocument(Digest digest) throws IOException {
        return blobs.read(digest, OciJson.MAX_BYTES);
    }

    /// Where the blob is, or will be. Only what was verified may be put there, in one step.
    public Path blobFile(Digest digest) {
        return blobs.file(digest);
    }

    /// A folder for what has come of a blob that is being fetched.
    public Path partialBlob(Digest digest) {
        return dir.resolve("partial").resolve(digest.hex());
    }

    /// All images, sorted by name and architecture.
    public List<StoredImage> list() throws IOException {
        List<StoredImage> images = new ArrayList<>();
        for (Map.Entry<ImageRef, ObjectNode> entry : index.entries().entrySet()) {
            for (Arch arch : Arch.values()) {
                find(entry.getKey(), arch, entry.getValue()).ifPresent(images::add);
            }
        }
        return images;
    }

    /// Takes a name away, for all architectures. The blobs stay until they are pruned.
    ///
    /// @return whether the name was there
    public boolean remove(ImageRef ref) throws IOException {
        return index.change(ref, present -> Optional.empty());
    }

    /// Takes in the images of an OCI layout tar, itself compressed or not. Their names come from the annotation
    /// `io.containerd.image.name`, else `org.opencontainers.image.ref.name`.
    ///
    /// @return the names, which now stand for what the archive holds
    public List<ImageRef> importArchive(Path tar) throws IOException {
        return new ArchiveImport(blobs, index, headers, tar).run();
    }
}
