package dev.lamina.assembler.oci;

import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Collects what an OCI layout of one image consists of.
final class LayoutCollector {
    private final BlobStore blobs;
    private final ImageRef ref;
    private final Map<Digest, BlobDescriptor> needed = new TreeMap<>();

    LayoutCollector(BlobStore blobs, ImageRef ref) {
        this.blobs = blobs;
        this.ref = ref;
    }

    /// @param manifests of the image, of which some may not be here
    /// @param platforms as `OS/ARCH`; empty for all that are here
    LayoutCopy of(List<ObjectNode> manifests, List<String> platforms) throws IOException {
        ObjectNode document = OciJson.emptyIndex();
        ArrayNode taken = document.withArrayProperty("manifests");
        for (ObjectNode manifest : manifests) {
            BlobDescriptor blob = OciJson.blob(manifest, ref.name());
            if (blobs.has(blob.digest()) && isWanted(manifest.path("platform"), platforms)) {
                collect(blob);
                manifest.withObjectProperty("annotations").put(OciJson.REF_NAME, ref.name());
                taken.add(manifest);
            }
        }
        if (taken.isEmpty()) {
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

    private void collect(BlobDescriptor manifest) throws IOException {
        needed.put(manifest.digest(), manifest);
        ObjectNode document = blobs.document(manifest.digest());
        List<JsonNode> parts = new ArrayList<>(OciJson.objects(document, "layers", ref.name()));
        parts.add(document.path("config"));
        for (JsonNode part : parts) {
            BlobDescriptor blob = OciJson.blob(part, ref.name());
            blobs.require(blob.digest());
            needed.put(blob.digest(), blob);
        }
    }
}
