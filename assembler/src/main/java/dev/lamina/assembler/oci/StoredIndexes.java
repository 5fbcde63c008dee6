package dev.lamina.assembler.oci;

import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is below a name of a store: an index of manifests for platforms, with further indexes in it or not,
/// or one manifest alone.
final class StoredIndexes {
    private final BlobStore blobs;

    StoredIndexes(BlobStore blobs) {
        this.blobs = blobs;
    }

    /// The manifests below a name, each with its platform. They need not be in the store.
    ///
    /// @param descriptor of the name
    List<ObjectNode> manifests(ObjectNode descriptor) throws IOException {
        Digest digest = OciJson.blob(descriptor, "index.json").digest();
        ObjectNode document = blobs.document(digest);
        return OciJson.isIndex(document)
                ? children(document, digest.toString(), 0, new HashSet<>())
                : List.of(withPlatform(descriptor, document, digest));
    }

    private ObjectNode withPlatform(ObjectNode descriptor, ObjectNode manifest, Digest digest) throws IOException {
        ObjectNode single = descriptor.deepCopy();
        single.remove("annotations");
        if (!single.has("platform")) {
            ObjectNode config = blobs.document(
                    OciJson.blob(manifest.path("config"), digest.toString()).digest());
            single.putObject("platform")
                    .put("architecture", config.path("architecture").asString(""))
                    .put("os", config.path("os").asString(""));
        }
        return single;
    }

    /// Indexes may be nested; what an index names may be absent.
    ///
    /// @param seen the nested documents so far: one that is named again, and again, adds nothing
    private List<ObjectNode> children(ObjectNode document, String what, int depth, Set<Digest> seen)
            throws IOException {
        List<ObjectNode> manifests = new ArrayList<>();
        for (ObjectNode child : OciJson.objects(document, "manifests", what)) {
            Digest digest = OciJson.blob(child, what).digest();
            boolean nested = child.path("mediaType").asString("").contains("index") || !child.has("platform");
            if (!nested || depth == OciJson.MAX_DEPTH || !blobs.has(digest)) {
                manifests.add(child);
            } else if (seen.add(digest)) {
                ObjectNode inner = blobs.document(digest);
                manifests.addAll(
                        OciJson.isIndex(inner) ? children(inner, digest.toString(), depth + 1, seen) : List.of(child));
            }
        }
        return manifests;
    }

    /// Puts an index into the store that has `added` besides what is below a name, in place of what that has
    /// for the same platform.
    ///
    /// @param present the descriptor of the name, if it is there
    /// @return the descriptor of the index
    ObjectNode with(ObjectNode added, Optional<ObjectNode> present) throws IOException {
        List<ObjectNode> all = new ArrayList<>(present.isPresent() ? manifests(present.get()) : List.of());
        all.removeIf(manifest -> platform(manifest).equals(platform(added)));
        all.add(added);
        all.sort(Comparator.comparing(StoredIndexes::key));
        ObjectNode document = OciJson.emptyIndex();
        ArrayNode manifests = document.withArrayProperty("manifests");
        all.forEach(manifests::add);
        return OciJson.descriptor(OciJson.INDEX, blobs.put(OciJson.bytes(document)));
    }

    private static String key(ObjectNode manifest) {
        Platform platform = platform(manifest);
        return platform.os() + "/" + platform.architecture() + "/" + platform.variant() + "/"
                + manifest.path("digest").asString("");
    }

    private static Platform platform(ObjectNode manifest) {
        return OciJson.platform(manifest.path("platform"));
    }
}
