package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.tar.BadArchiveException;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Takes the images of an OCI layout tar into the store: first all blobs, then, when everything fits, the names.
final class ArchiveImport {
    private static final String CONTAINERD_NAME = "io.containerd.image.name";
    private static final Pattern BLOB = Pattern.compile("blobs/sha256/([0-9a-f]{64})");

    private final BlobStore blobs;
    private final IndexFile index;
    private final LayerHeaders headers;
    private final Path tar;
    private final String archive;
    private final Map<Digest, Integer> checked = new HashMap<>();
    private byte @Nullable [] indexJson;

    ArchiveImport(BlobStore blobs, IndexFile index, LayerHeaders headers, Path tar) {
        this.blobs = blobs;
        this.index = index;
        this.headers = headers;
        this.tar = tar;
        this.archive = tar.toString();
    }

    List<ImageRef> run() throws IOException {
        try (InputStream in = Files.newInputStream(tar)) {
            new TarReader(decompressed(in), archive).streamTo(this::take);
        } catch (NoSuchFileException e) {
            throw new InputException(archive + ": no such file", null, e);
        }
        if (indexJson == null) {
            throw new BadImageException(archive, "has no index.json, so it is not an OCI image archive");
        }
        Map<ImageRef, ObjectNode> images = named(OciJson.parse(indexJson, archive + ": index.json"));
        for (ObjectNode descriptor : images.values()) {
            if (check(descriptor, 0) == 0) {
                throw new BadImageException(archive, "holds no complete image of " + descriptor.path("digest"));
            }
        }
        for (Map.Entry<ImageRef, ObjectNode> image : images.entrySet()) {
            index.change(image.getKey(), present -> Optional.of(image.getValue()));
        }
        return List.copyOf(images.keySet());
    }

    private InputStream decompressed(InputStream in) throws IOException {
        try {
            return Compression.decompress(in);
        } catch (IOException e) {
            throw new BadArchiveException(archive, "cannot be decompressed: " + e.getMessage(), e);
        }
    }

    private void take(TreeEntry entry, InputStream content) throws IOException {
        if (entry.kind() != TreeEntry.Kind.FILE) {
            return;
        }
        Matcher blob = BLOB.matcher(entry.path());
        if (blob.matches()) {
            try (BlobStore.BlobWriter writer = blobs.writer()) {
                Optional<List<TreeEntry>> entries = LayerHeaders.copy(content, writer.output());
                BlobDescriptor stored = writer.publishAs(new Digest(blob.group(1)), archive);
                if (entries.isPresent()) {
                    headers.put(stored.digest(), entries.get());
                }
            }
        } else if (entry.path().equals("index.json")) {
            if (entry.size() > OciJson.MAX_BYTES) {
                throw new BadImageException(archive, "its index.json is too large");
            }
            indexJson = content.readAllBytes();
        }
    }

    private Map<ImageRef, ObjectNode> named(ObjectNode document) {
        Map<ImageRef, ObjectNode> images = new LinkedHashMap<>();
        for (ObjectNode descriptor : OciJson.objects(document, "manifests", archive)) {
            Map<String, String> annotations = OciJson.texts(descriptor, "annotations", archive);
            String name = annotations.getOrDefault(CONTAINERD_NAME, annotations.getOrDefault(OciJson.REF_NAME, ""));
            if (!name.isBlank()) {
                ObjectNode unnamed = descriptor.deepCopy();
                unnamed.remove("annotations");
                images.put(importable(ImageRef.parse(name)), unnamed);
            }
        }
        if (images.isEmpty()) {
            throw new BadImageException(archive, "gives no image a name (annotation " + CONTAINERD_NAME + ")");
        }
        return images;
    }

    /// Built-in images are made here and trusted; nobody else may give something that name.
    private ImageRef importable(ImageRef name) {
        if (name.builtIn()) {
            throw new InputException(
                    archive + " calls an image " + name + ", as only built-in ones are called",
                    "give it a name that does not begin with lamina/");
        }
        return name;
    }

    /// Counts the complete images below a descriptor. An index may name platforms that the archive leaves out; what is
    /// there must be whole.
    private int check(ObjectNode descriptor, int depth) throws IOException {
        Digest digest = OciJson.blob(descriptor, archive).digest();
        if (depth > OciJson.MAX_DEPTH) {
            throw new BadImageException(archive, "nests its indexes too deeply");
        }
        if (!blobs.has(digest)) {
            return 0;
        }
        Integer known = checked.get(digest);
        if (known != null) {
            return known;
        }
        int complete = complete(OciJson.parse(blobs.read(digest, OciJson.MAX_BYTES), archive + ": " + digest), depth);
        checked.put(digest, complete);
        return complete;
    }

    private int complete(ObjectNode document, int depth) throws IOException {
        if (!OciJson.isIndex(document)) {
            requireBlob(document.path("config"));
            for (ObjectNode layer : OciJson.objects(document, "layers", archive)) {
                requireBlob(layer);
            }
            return 1;
        }
        int complete = 0;
        for (ObjectNode child : OciJson.objects(document, "manifests", archive)) {
            complete = Math.max(complete, check(child, depth + 1));
        }
        return complete;
    }

    private void requireBlob(JsonNode descriptor) {
        BlobDescriptor blob = OciJson.blob(descriptor, archive);
        if (!blobs.has(blob.digest())) {
            throw new BadImageException(archive, "lacks the blob " + blob.digest());
        }
    }
}
