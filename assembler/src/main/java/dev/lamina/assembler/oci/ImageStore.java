package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.Storage;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Images on this computer: an OCI image layout folder (image-spec, image-layout.md), as LinuxKit's cache is one too.
///
/// Blobs are named by their digest, checked when they are read, and appear whole or not at all. Several processes may
/// use one folder at once. A killed writer leaves a temporary file that the next [#open] removes. Until the store is
/// closed, or the process ends, nobody prunes what was touched through it.
/// Damage gives a [CorruptBlobException], a full or forbidden disk an exception that names the place.
public final class ImageStore implements Closeable {
    private final Path dir;
    private final StoreUse use;
    private final BlobStore blobs;
    private final LayerStore layers;
    private final IndexFile index;
    private final ImageFinder finder;
    private final ImageNames names;

    private ImageStore(Path dir, StoreUse use, BlobStore blobs, LayerStore layers, IndexFile index) {
        this.dir = dir;
        this.use = use;
        this.blobs = blobs;
        this.layers = layers;
        this.index = index;
        StoredIndexes indexes = new StoredIndexes(blobs);
        this.finder = new ImageFinder(index, blobs, indexes);
        this.names = new ImageNames(index, blobs, indexes);
    }

    /// Opens the store, or makes an empty one.
    public static ImageStore open(Path dir) throws IOException {
        Storage.createFolder(dir);
        IndexFile index = IndexFile.open(dir);
        StoreUse use = StoreUse.begin(dir);
        try {
            BlobStore blobs = BlobStore.open(dir, use);
            return new ImageStore(dir, use, blobs, LayerStore.open(dir, blobs), index);
        } catch (Throwable e) {
            use.close();
            throw e;
        }
    }

    /// Lets go of what was touched. Nothing else has to be given back, and the store stays usable.
    @Override
    public void close() throws IOException {
        use.close();
    }

    public Path dir() {
        return dir;
    }

    /// A folder for files on their way, on the same file system.
    public Path workFolder() {
        return blobs.ingest();
    }

    /// Copies everything into the store.
    public BlobDescriptor putBlob(InputStream content) throws IOException {
        return blobs.put(content);
    }

    /// Copies a layer into the store: a tar, compressed or not.
    public BlobDescriptor putLayer(InputStream content) throws IOException {
        return layers.put(content);
    }

    /// Copies a blob into the store that must be what `digest` names.
    ///
    /// @param source where it comes from, for messages
    /// @throws BadImageException it is something else; then it is not in the store
    public BlobDescriptor putVerified(InputStream content, Digest digest, String source) throws IOException {
        return layers.putVerified(content, digest, source);
    }

    public boolean hasBlob(Digest digest) {
        return blobs.has(digest);
    }

    /// Whether all layers of an image are here: whoever was pulling it may have been stopped, and whoever
    /// tidied up may have left the name.
    public boolean isWhole(StoredImage image) {
        return image.layers().stream().allMatch(layer -> blobs.has(layer.digest()));
    }

    /// The blob's bytes. Reading to the end, or closing early (which reads the rest), checks them.
    ///
    /// @throws CorruptBlobException at once when the blob is missing, at the end when its bytes have changed
    public InputStream openBlob(Digest digest) throws IOException {
        return blobs.open(digest);
    }

    /// The layer's tar, decompressed. Checked as [#openBlob] does.
    public InputStream openLayer(Layer layer) throws IOException {
        return layers.open(layer);
    }

    /// A new layer, compressed as a release is (zstd, level 10).
    public LayerWriter newLayer() throws IOException {
        return layers.writer();
    }

    /// @param level of zstd, 1 to 19
    public LayerWriter newLayer(int level) throws IOException {
        return layers.writer(level);
    }

    /// Makes `image` what `ref` stands for on `arch`. Other architectures of the name stay.
    ///
    /// @return the manifest's digest; the same image gives the same digest
    public Digest publish(ImageRef ref, Arch arch, ImageManifest image) throws IOException {
        return names.publish(ref, arch, image);
    }

    /// Makes a manifest what `ref` stands for on a platform. Other platforms of the name stay.
    Digest publish(ImageRef ref, ObjectNode platform, ObjectNode document) throws IOException {
        return names.publish(ref, platform, document);
    }

    /// What the name stands for on an architecture. A name without a tag is one with the tag `latest`, and one with a
    /// digest (`name@sha256:…`) also finds an image of another name with that digest.
    public Optional<StoredImage> find(ImageRef ref, Arch arch) throws IOException {
        return finder.find(ref, arch);
    }

    /// For which architectures the image is here.
    public List<Arch> arches(ImageRef ref) throws IOException {
        return finder.arches(ref);
    }

    /// For which architectures the image is here, or could be had: those that its index names.
    public List<Arch> namedArches(ImageRef ref) throws IOException {
        return finder.namedArches(ref);
    }

    /// What an image says about its use.
    public Declared declared(StoredImage image) throws IOException {
        return Declared.of(blobs, image);
    }

    /// What pins the name exactly, for all platforms: the digest of its index, or of its manifest if it has no index.
    public Optional<Digest> digest(ImageRef ref) throws IOException {
        return finder.digest(ref);
    }

    /// The descriptor of a name.
    Optional<ObjectNode> descriptor(ImageRef ref) throws IOException {
        return finder.descriptor(ref);
    }

    /// What was attested about an image when it was built: blobs with in-toto statements, from the manifests
    /// beside that of the image which say that they are about it.
    ///
    /// @param predicate the kind of statement, e.g. `https://spdx.dev/Document`
    public List<BlobDescriptor> statements(StoredImage image, String predicate) throws IOException {
        return finder.statements(image, predicate);
    }

    /// What an OCI layout of this image alone consists of.
    ///
    /// @param platforms as `OS/ARCH`, e.g. `linux/amd64`; empty for all that are here
    /// @throws BadImageException no platform is left
    public LayoutCopy layout(ImageRef ref, List<String> platforms) throws IOException {
        return finder.layout(ref, platforms);
    }

    /// Makes `ref` stand for an index or a manifest that was made elsewhere, and stays as it is. The document is in the
    /// store already; of the images below an index only those are needed that somebody will ask for.
    public void name(ImageRef ref, Descriptor document) throws IOException {
        names.name(ref, document);
    }

    /// The index or manifest that `ref` stands for.
    public Optional<Descriptor> named(ImageRef ref) throws IOException {
        return finder.named(ref);
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
        return BlobStore.partial(dir).resolve(digest.hex());
    }

    /// All names, sorted.
    public List<ImageRef> names() throws IOException {
        return List.copyOf(index.entries().keySet());
    }

    /// All images, sorted by name and architecture.
    public List<StoredImage> list() throws IOException {
        return finder.all();
    }

    /// Takes a name away, for all architectures. The blobs stay until they are pruned.
    ///
    /// @return whether the name was there
    public boolean remove(ImageRef ref) throws IOException {
        return index.change(ref, present -> Optional.empty());
    }

    /// Takes in the images of an archive or a folder, see [ImageImport], and gives their names.
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

    LayerStore layers() {
        return layers;
    }

    IndexFile index() {
        return index;
    }
}
