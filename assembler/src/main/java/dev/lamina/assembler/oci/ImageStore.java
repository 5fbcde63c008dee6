package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.oci.FlattenedImage.LayerSource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
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
/// use one folder at once. A killed writer leaves a temporary file that the next [#open] removes. Until the store is
/// closed, or the process ends, nobody prunes what was touched through it.
/// Damage gives a [CorruptBlobException], a full or forbidden disk an exception that names the place.
public final class ImageStore implements Closeable {
    static final int DEFAULT_LEVEL = 10;

    private final Path dir;
    private final BlobStore blobs;
    private final IndexFile index;
    private final LayerHeaders headers;
    private final StoreUse use;

    private ImageStore(Path dir, StoreUse use, BlobStore blobs, IndexFile index, LayerHeaders headers) {
        this.dir = dir;
        this.use = use;
        this.blobs = blobs;
        this.index = index;
        this.headers = headers;
    }

    /// Opens the store, or makes an empty one.
    public static ImageStore open(Path dir) throws IOException {
        Storage.createFolder(dir);
        IndexFile index = IndexFile.open(dir);
        LayerHeaders headers = LayerHeaders.open(headers(dir));
        StoreUse use = StoreUse.begin(dir);
        try {
            return new ImageStore(dir, use, BlobStore.open(dir, use), index, headers);
        } catch (Throwable e) {
            use.close();
            throw e;
        }
    }

    static Path headers(Path dir) {
        return dir.resolve("headers");
    }

    /// Of the digests of what is in layers.
    static Path contents(Path dir) {
        return dir.resolve("contents");
    }

    /// Lets go of what was touched. Nothing else has to be given back, and the store stays usable.
    @Override
    public void close() throws IOException {
        use.close();
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

    /// Copies a blob into the store that must be what `digest` names.
    ///
    /// @param source where it comes from, for messages
    /// @throws BadImageException it is something else; then it is not in the store
    public BlobDescriptor putVerified(InputStream content, Digest digest, String source) throws IOException {
        try (BlobStore.BlobWriter blob = blobs.writer()) {
            Optional<List<TreeEntry>> entries = LayerHeaders.copy(content, blob.output());
            BlobDescriptor stored = blob.publishAs(digest, source);
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

    /// The digests of what is in a layer. Reads the layer when nobody asked before.
    LayerDigests contents(Layer layer, LayerSource source, Reporter reporter) throws IOException {
        Path folder = contents(dir);
        Optional<LayerDigests> noted = LayerDigests.find(folder, layer.digest());
        if (noted.isPresent()) {
            return noted.get();
        }
        LayerDigests digests = LayerDigests.of(source, reporter);
        digests.write(folder, layer.digest());
        return digests;
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
        return new LayerWriter(blobs.writer(), headers, contents(dir), level);
    }

    /// Makes `image` what `ref` stands for on `arch`. Other architectures of the name stay.
    ///
    /// @return the manifest's digest; the same image gives the same digest
    public Digest publish(ImageRef ref, Arch arch, ImageManifest image) throws IOException {
        for (Layer layer : image.layers()) {
            requireBlob(layer.digest());
        }
        BlobDescriptor config = blobs.put(OciJson.bytes(OciJson.config(arch, image)));
        return publish(ref, OciJson.platform(arch), OciJson.manifest(config, image.layers(), image.annotations()));
    }

    /// Makes a manifest what `ref` stands for on a platform. Other platforms of the name stay.
    Digest publish(ImageRef ref, ObjectNode platform, ObjectNode document) throws IOException {
        BlobDescriptor manifest = blobs.put(OciJson.bytes(document));
        ObjectNode descriptor = OciJson.descriptor(OciJson.MANIFEST, manifest);
        descriptor.set("platform", platform);
        index.change(ref, present -> Optional.of(indexWith(present, descriptor)));
        return manifest.digest();
    }

    void requireBlob(Digest digest) {
        if (!hasBlob(digest)) {
            throw new CorruptBlobException(digest, blobs.file(digest), "is missing", null);
        }
    }

    private ObjectNode indexWith(Optional<ObjectNode> present, ObjectNode descriptor) throws IOException {
        List<ObjectNode> platforms = new ArrayList<>();
        if (present.isPresent()) {
            for (ObjectNode platform : platforms(present.get())) {
                if (!platformName(platform).equals(platformName(descriptor))) {
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
        return platformName(descriptor) + "/" + descriptor.path("digest").asString("");
    }

    private static String platformName(ObjectNode descriptor) {
        JsonNode platform = descriptor.path("platform");
        return platform.path("os").asString("") + "/"
                + platform.path("architecture").asString("") + "/"
                + platform.path("variant").asString("");
    }

    /// The manifests below a name, each with its platform.
    private List<ObjectNode> platforms(ObjectNode descriptor) throws IOException {
        Digest digest = OciJson.blob(descriptor, "index.json").digest();
        ObjectNode document = readDocument(digest);
        if (OciJson.isIndex(document)) {
            return children(document, digest.toString(), 0);
        }
        ObjectNode single = descriptor.deepCopy();
        single.remove("annotations");
        if (!single.has("platform")) {
            ObjectNode config = readDocument(
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
            ObjectNode inner = nested && depth < OciJson.MAX_DEPTH && hasBlob(digest) ? readDocument(digest) : child;
            if (OciJson.isIndex(inner)) {
                manifests.addAll(children(inner, digest.toString(), depth + 1));
            } else {
                manifests.add(child);
            }
        }
        return manifests;
    }

    /// A manifest, an index or a config.
    ObjectNode readDocument(Digest digest) throws IOException {
        return OciJson.parse(blobs.read(digest, OciJson.MAX_BYTES), digest.toString());
    }

    /// What the name stands for on an architecture. A name without a tag is one with the tag `latest`, and one with a
    /// digest (`name@sha256:…`) also finds an image of another name with that digest.
    public Optional<StoredImage> find(ImageRef ref, Arch arch) throws IOException {
        Optional<ObjectNode> descriptor = descriptor(ref);
        return descriptor.isPresent() ? find(ref, arch, descriptor.get()) : Optional.empty();
    }

    /// For which architectures the image is here.
    public List<Arch> arches(ImageRef ref) throws IOException {
        List<Arch> arches = new ArrayList<>();
        for (Arch arch : Arch.values()) {
            if (find(ref, arch).isPresent()) {
                arches.add(arch);
            }
        }
        return arches;
    }

    /// For which architectures the image is here, or could be had: those that its index names.
    public List<Arch> namedArches(ImageRef ref) throws IOException {
        Optional<ObjectNode> descriptor = descriptor(ref);
        List<ObjectNode> platforms = descriptor.isPresent() ? platforms(descriptor.get()) : List.of();
        return Arrays.stream(Arch.values())
                .filter(arch -> platforms.stream().anyMatch(platform -> OciJson.isFor(platform.path("platform"), arch)))
                .toList();
    }

    /// What an image says about its use that containers of a system do not heed.
    ///
    /// @param ports that it listens on, e.g. `80/tcp`
    /// @param volumes paths at which it keeps data
    public record Declared(List<String> ports, List<String> volumes) {
        public Declared {
            ports = List.copyOf(ports);
            volumes = List.copyOf(volumes);
        }
    }

    public Declared declared(StoredImage image) throws IOException {
        ObjectNode manifest = readDocument(image.manifestDigest());
        String name = image.ref().name();
        JsonNode settings = readDocument(
                        OciJson.blob(manifest.path("config"), name).digest())
                .path("config");
        return new Declared(OciJson.keys(settings, "ExposedPorts"), OciJson.keys(settings, "Volumes"));
    }

    /// What pins the name exactly, for all platforms: the digest of its index, or of its manifest if it has no index.
    public Optional<Digest> digest(ImageRef ref) throws IOException {
        return descriptor(ref)
                .map(descriptor -> OciJson.blob(descriptor, ref.name()).digest());
    }

    /// The descriptor of a name.
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
        Optional<ObjectNode> named = entries.values().stream()
                .filter(descriptor -> descriptor
                        .path("digest")
                        .asString("")
                        .equals(digest.get().toString()))
                .findFirst();
        return named.isPresent() ? named : below(entries.values(), digest.get());
    }

    /// The manifest of one platform, which an index names.
    private Optional<ObjectNode> below(Collection<ObjectNode> descriptors, Digest digest) throws IOException {
        for (ObjectNode descriptor : hasBlob(digest) ? descriptors : List.<ObjectNode>of()) {
            boolean here = hasBlob(OciJson.blob(descriptor, "index.json").digest());
            for (ObjectNode platform : here ? platforms(descriptor) : List.<ObjectNode>of()) {
                if (OciJson.blob(platform, "index.json").digest().equals(digest)) {
                    return Optional.of(platform);
                }
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
        ObjectNode manifest = readDocument(manifestDigest);
        ObjectNode config =
                readDocument(OciJson.blob(manifest.path("config"), ref.name()).digest());
        List<ObjectNode> descriptors = OciJson.objects(manifest, "layers", ref.name());
        List<String> diffIds = OciJson.textList(config.path("rootfs"), "diff_ids", ref.name());
        if (descriptors.size() != diffIds.size()) {
            throw new BadImageException(
                    ref.name(), "has " + descriptors.size() + " layers, but its config names " + diffIds.size());
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < descriptors.size(); i++) {
            Layer layer = layer(ref, descriptors.get(i), diffIds.get(i));
            hasBlob(layer.digest()); // whoever found the image will read it, and nobody prunes it meanwhile
            layers.add(layer);
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

    /// What was attested about an image when it was built: blobs with in-toto statements, from the manifests
    /// beside that of the image which say that they are about it.
    ///
    /// @param predicate the kind of statement, e.g. `https://spdx.dev/Document`
    public List<BlobDescriptor> statements(StoredImage image, String predicate) throws IOException {
        ObjectNode descriptor = index.entries().get(image.ref());
        List<BlobDescriptor> statements = new ArrayList<>();
        for (ObjectNode manifest : descriptor == null ? List.<ObjectNode>of() : platforms(descriptor)) {
            Digest digest = OciJson.blob(manifest, image.ref().name()).digest();
            if (OciJson.attests(manifest, image.manifestDigest()) && hasBlob(digest)) {
                for (ObjectNode layer : OciJson.objects(readDocument(digest), "layers", digest.toString())) {
                    BlobDescriptor blob = OciJson.blob(layer, digest.toString());
                    if (OciJson.isStatement(layer, predicate) && hasBlob(blob.digest())) {
                        statements.add(blob);
                    }
                }
            }
        }
        return statements;
    }

    /// What an OCI layout of this image alone consists of.
    ///
    /// @param platforms as `OS/ARCH`, e.g. `linux/amd64`; empty for all that are here
    /// @throws BadImageException no platform is left
    public LayoutCopy layout(ImageRef ref, List<String> platforms) throws IOException {
        ObjectNode descriptor = descriptor(ref).orElseThrow(() -> new IllegalArgumentException("no image " + ref));
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
        ObjectNode document = readDocument(manifest.digest());
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
    public byte[] documentBytes(Digest digest) throws IOException {
        return blobs.read(digest, OciJson.MAX_BYTES);
    }

    /// Where the blob is, or will be. Only what was verified may be put there, in one step.
    public Path blobFile(Digest digest) {
        return blobs.file(digest);
    }

    /// A folder for what has come of a blob that is being fetched.
    public Path partialBlob(Digest digest) {
        return partial(dir).resolve(digest.hex());
    }

    static Path partial(Path dir) {
        return dir.resolve("partial");
    }

    /// All names, sorted.
    public List<ImageRef> names() throws IOException {
        return List.copyOf(index.entries().keySet());
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

    /// Takes in the images of an archive or a folder; see [ImageImport].
    ///
    /// @return the names, which now stand for what was taken in
    public List<ImageRef> importArchive(Path tar) throws IOException {
        return importing(ImportOptions.NONE, Reporter.silent()).from(tar);
    }

    /// Takes in images of other forms and programs.
    public ImageImport importing(ImportOptions options, Reporter reporter) {
        return new ImageImport(this, options, reporter);
    }

    /// Writes images in the forms of other programs.
    public ImageExport exporting(Reporter reporter) {
        return new ImageExport(this, reporter);
    }

    BlobStore blobs() {
        return blobs;
    }

    IndexFile index() {
        return index;
    }

    LayerHeaders headers() {
        return headers;
    }
}
