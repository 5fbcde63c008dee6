package dev.lamina.assembler.oci;

import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Follows descriptors from the names of a store to everything that they stand for. What is not there, or cannot be
/// read, leads nowhere.
final class Reachable {
    private static final List<String> LISTS = List.of("manifests", "layers", "blobs");
    private static final List<String> SINGLE = List.of("config", "subject");

    private final BlobStore blobs;
    private final Set<Digest> digests = new HashSet<>();
    private final Set<String> listings = new HashSet<>();

    Reachable(BlobStore blobs) {
        this.blobs = blobs;
    }

    boolean contains(Digest digest) {
        return digests.contains(digest);
    }

    Set<Digest> digests() {
        return Set.copyOf(digests);
    }

    /// The names of the listings that builds with the images may use.
    Set<String> listings() throws IOException {
        Set<String> names = new HashSet<>(listings);
        for (Digest digest : digests) {
            names.add(ImageContents.key(List.of(digest)));
        }
        return names;
    }

    void add(Digest digest) {
        digests.add(digest);
    }

    /// Without recursion: who made the documents decides how long their chains are.
    void follow(JsonNode descriptor) throws IOException {
        Deque<JsonNode> open = new ArrayDeque<>(List.of(descriptor));
        while (!open.isEmpty()) {
            visit(open.pop(), open);
        }
    }

    private void visit(JsonNode descriptor, Deque<JsonNode> open) throws IOException {
        String mediaType = descriptor.path("mediaType").asString("");
        Digest digest;
        try {
            digest = OciJson.blob(descriptor, "index.json").digest();
        } catch (BadImageException e) {
            return; // another hash function, which this store has nothing of
        }
        if (digests.add(digest) && blobs.isFile(digest) && isDocument(mediaType)) {
            openAll(digest, open);
        }
    }

    /// What says that it is a layer or a config is not parsed.
    private static boolean isDocument(String mediaType) {
        return mediaType.isEmpty() || mediaType.contains("index") || mediaType.contains("manifest");
    }

    private void openAll(Digest digest, Deque<JsonNode> open) throws IOException {
        ObjectNode document;
        try {
            document = OciJson.parse(blobs.readUntouched(digest, OciJson.MAX_BYTES), digest.toString());
        } catch (LaminaException e) {
            return;
        }
        List<JsonNode> descriptors = new ArrayList<>();
        LISTS.forEach(key -> document.path(key).forEach(descriptors::add));
        SINGLE.forEach(key -> descriptors.add(document.path(key)));
        descriptors.stream().filter(JsonNode::isObject).forEach(open::push);
        noteListing(document);
    }

    private void noteListing(ObjectNode document) throws IOException {
        List<Digest> layers = new ArrayList<>();
        for (JsonNode layer : document.path("layers")) {
            String text = layer.path("digest").asString("");
            if (text.matches("sha256:[0-9a-f]{64}")) {
                layers.add(Digest.parse(text));
            }
        }
        listings.add(ImageContents.key(layers));
    }
}
