package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.ByteSource;
import dev.lamina.assembler.io.DigestingInputStream;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An OCI layout of some images of the store. A name stands for what it stands for in the store: an index of several
/// platforms stays byte for byte, also when only some of them are here or wanted.
public final class ExportedLayout {
    static final String CONTAINERD_NAME = "io.containerd.image.name";

    private final ImageStore store;
    private final ArrayNode manifests;
    private final ObjectNode index = OciJson.emptyIndex();
    private final Map<Digest, Part> parts = new TreeMap<>();
    /// Of the image that is being added; what is named again, and again, adds nothing.
    private final Set<Digest> visited = new HashSet<>();

    ExportedLayout(ImageStore store) {
        this.store = store;
        this.manifests = index.withArrayProperty("manifests");
    }

    /// Adds an image.
    ///
    /// @param as the name it gets there
    /// @param arches those to take; none means all that are here
    /// @throws InputException it is not in the store, or not for any of these
    public ExportedLayout add(ImageRef ref, ImageRef as, Collection<Arch> arches) throws IOException {
        ObjectNode descriptor = store.descriptor(ref)
                .orElseThrow(() -> new InputException(
                        "the image " + ref + " is not in the store", "'lamina image ls' lists those that are"))
                .deepCopy();
        visited.clear();
        Set<String> here = new TreeSet<>();
        if (collect(ref, descriptor, descriptor.path("platform"), Set.copyOf(arches), here) == 0) {
            throw absent(ref, here, arches);
        }
        descriptor.remove("annotations");
        descriptor
                .withObjectProperty("annotations")
                .put(OciJson.REF_NAME, as.name())
                .put(CONTAINERD_NAME, as.name());
        manifests.add(descriptor);
        return this;
    }

    /// Adds an image by an index of its own, which names nothing but what is wanted: whatever else the store
    /// has for the name, the bytes are the same.
    ///
    /// @throws InputException it is not in the store for one of these
    ExportedLayout addAlone(ImageRef ref, Collection<Arch> arches) throws IOException {
        ObjectNode document = OciJson.emptyIndex();
        for (Arch arch : new TreeSet<>(arches)) {
            StoredImage image = store.find(ref, arch).orElseThrow(() -> absent(ref, Set.of(), arches));
            ObjectNode manifest = store.blobs().document(image.manifestDigest());
            collectParts(ref.name(), manifest);
            need(image.manifestDigest());
            BlobDescriptor blob =
                    new BlobDescriptor(image.manifestDigest(), store.blobs().size(image.manifestDigest()));
            ObjectNode descriptor = OciJson.descriptor(OciJson.MANIFEST, blob);
            descriptor.set("platform", OciJson.platform(arch));
            document.withArrayProperty("manifests").add(descriptor);
        }
        ObjectNode descriptor = OciJson.descriptor(OciJson.INDEX, add(OciJson.bytes(document)));
        descriptor.putObject("annotations").put(OciJson.REF_NAME, ref.name()).put(CONTAINERD_NAME, ref.name());
        manifests.add(descriptor);
        return this;
    }

    /// Adds a blob that is not in the store.
    BlobDescriptor add(byte[] content) {
        Digest digest = Hashing.digest(content);
        return add(digest, ByteSource.of(content));
    }

    BlobDescriptor add(Digest digest, ByteSource content) {
        parts.put(digest, new Part(content.size(), content::open));
        return new BlobDescriptor(digest, content.size());
    }

    /// Names what is no image, before all images.
    ExportedLayout addFirst(ObjectNode descriptor) {
        manifests.insert(0, descriptor);
        return this;
    }

    /// Names all blobs together.
    Digest contents() {
        String all = parts.keySet().stream().map(digest -> digest + "\n").collect(Collectors.joining());
        return Hashing.digest(all.getBytes(StandardCharsets.US_ASCII));
    }

    /// A blob of the layout.
    private record Part(long size, Storage.IoCall<InputStream> content) {}

    private static InputException absent(ImageRef ref, Set<String> here, Collection<Arch> arches) {
        if (here.isEmpty()) {
            return new InputException(
                    "the store has the name " + ref + ", but no files of the image", "import or pull it again");
        }
        String wanted = arches.stream().map(Arch::ociName).sorted().collect(Collectors.joining(", "));
        return new InputException(
                "the image " + ref + " is here for " + String.join(", ", here) + ", not for " + wanted,
                "name another one with --arch");
    }

    /// @return how many images of wanted platforms there are
    private int collect(ImageRef ref, ObjectNode descriptor, JsonNode platform, Set<Arch> wanted, Set<String> here)
            throws IOException {
        Digest digest = OciJson.blob(descriptor, ref.name()).digest();
        if (!store.hasBlob(digest) || !visited.add(digest)) {
            return 0;
        }
        ObjectNode document = store.blobs().document(digest);
        if (OciJson.isIndex(document)) {
            need(digest);
            return collectAll(ref, OciJson.objects(document, "manifests", ref.name()), wanted, here);
        }
        JsonNode own = platform.isMissingNode()
                ? store.blobs()
                        .document(OciJson.blob(document.path("config"), ref.name())
                                .digest())
                : platform;
        here.add(own.path("architecture").asString("?"));
        if (!wanted.isEmpty() && wanted.stream().noneMatch(arch -> OciJson.isFor(own, arch))) {
            return 0;
        }
        collectParts(ref.name(), document);
        need(digest);
        return 1;
    }

    private int collectAll(ImageRef ref, List<ObjectNode> children, Set<Arch> wanted, Set<String> here)
            throws IOException {
        int images = 0;
        for (ObjectNode child : children) {
            if (!OciJson.attests(child)) {
                images += collect(ref, child, child.path("platform"), wanted, here);
            }
        }
        for (ObjectNode child : children) {
            Digest digest = OciJson.blob(child, ref.name()).digest();
            boolean about = parts.keySet().stream().anyMatch(image -> OciJson.attests(child, image));
            if (about && store.hasBlob(digest)) {
                collectParts(ref.name(), store.blobs().document(digest));
                need(digest);
            }
        }
        return images;
    }

    private void collectParts(String what, ObjectNode document) throws IOException {
        List<JsonNode> parts = new ArrayList<>(OciJson.objects(document, "layers", what));
        parts.add(document.path("config"));
        for (JsonNode part : parts) {
            need(OciJson.blob(part, what).digest());
        }
    }

    private void need(Digest digest) throws IOException {
        store.blobs().require(digest);
        parts.put(digest, new Part(store.blobs().size(digest), () -> store.openBlob(digest)));
    }

    private long bytes() {
        return parts.values().stream().mapToLong(Part::size).sum();
    }

    /// Writes the layout as a tar; the same images give the same bytes.
    public void writeTo(OutputStream out, Reporter reporter) throws IOException {
        try (TarWriter tar = new TarWriter(out)) {
            streamTo(tar, reporter);
        }
    }

    /// Sends the files of the layout: first those that tell what it is, then the blobs by their digests.
    void streamTo(EntrySink sink, Reporter reporter) throws IOException {
        try (Reporter.Step step = reporter.begin("export", bytes())) {
            send(sink, "oci-layout", LayoutCopy.OCI_LAYOUT.getBytes(StandardCharsets.UTF_8));
            send(sink, "index.json", OciJson.bytes(index));
            sink.accept(TreeEntry.directory("blobs", 0755), InputStream.nullInputStream());
            sink.accept(TreeEntry.directory("blobs/sha256", 0755), InputStream.nullInputStream());
            for (Map.Entry<Digest, Part> blob : parts.entrySet()) {
                String path = "blobs/sha256/" + blob.getKey().hex();
                try (DigestingInputStream in = new DigestingInputStream(
                        new ReportedInput(blob.getValue().content().call(), step))) {
                    sink.accept(TreeEntry.file(path, 0644, blob.getValue().size()), in);
                    checkUnchanged(blob.getKey(), in);
                }
            }
        }
    }

    /// The user's own files may change while they are read.
    private static void checkUnchanged(Digest digest, DigestingInputStream in) {
        if (!in.digest().equals(digest)) {
            throw new InputException("a file changed while it was written to the archive", "do it again");
        }
    }

    static void send(EntrySink sink, String path, byte[] content) throws IOException {
        sink.accept(TreeEntry.file(path, 0644, content.length), new ByteArrayInputStream(content));
    }
}
