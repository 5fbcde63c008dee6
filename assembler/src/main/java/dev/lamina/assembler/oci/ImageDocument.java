package dev.lamina.assembler.oci;

import dev.lamina.model.value.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a registry gives for a name: an index of images, or the manifest of one, in OCI's or in Docker's form, which
/// differ by their media types alone.
public sealed interface ImageDocument {
    /// What registries accept for a document.
    int MAX_BYTES = OciJson.MAX_BYTES;

    /// An index within an index is allowed; deeper is a trick.
    int MAX_DEPTH = OciJson.MAX_DEPTH;

    String INDEX = OciJson.INDEX;
    String MANIFEST = OciJson.MANIFEST;
    String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    /// The kind of statement that lists the software of an image.
    String SPDX = "https://spdx.dev/Document";

    /// More than any image has; Docker stops at 127 layers.
    int MOST = 4096;

    /// As the document itself names its type, else what its content makes of it.
    String mediaType();

    /// @param children images and further indexes
    record Index(String mediaType, List<Descriptor> children) implements ImageDocument {
        public Index {
            children = List.copyOf(children);
        }
    }

    /// @param artifactType what it is when it is no image; empty for images
    record Manifest(String mediaType, String artifactType, Descriptor config, List<Descriptor> layers)
            implements ImageDocument {
        public Manifest {
            layers = List.copyOf(layers);
        }
    }

    /// @param what the document's name in a message
    /// @throws BadImageException it is neither
    static ImageDocument parse(byte[] json, String what) {
        ObjectNode document = OciJson.parse(json, what);
        if (document.path("schemaVersion").asInt(2) == 1) {
            throw new BadImageException(
                    what, "is of Docker's first format (schema 1), which is insecure and out of use; build it anew");
        }
        String type = OciJson.optionalText(document, "mediaType", what);
        if (OciJson.isIndex(document)) {
            return new Index(type.isEmpty() ? INDEX : type, descriptors(document, "manifests", what));
        }
        if (!document.has("config")) {
            throw new BadImageException(what, "is neither an index nor a manifest of an image");
        }
        Descriptor config = descriptor(document.path("config"), what);
        String artifact = OciJson.optionalText(document, "artifactType", what);
        return new Manifest(type.isEmpty() ? MANIFEST : type, artifact, config, descriptors(document, "layers", what));
    }

    /// The index with some of its children only; the rest is as it was.
    static byte[] without(byte[] index, Set<Digest> children, String what) {
        ObjectNode document = OciJson.parse(index, what);
        ArrayNode kept = OciJson.emptyIndex().withArrayProperty("manifests");
        for (ObjectNode child : OciJson.objects(document, "manifests", what)) {
            if (!children.contains(OciJson.blob(child, what).digest())) {
                kept.add(child);
            }
        }
        document.set("manifests", kept);
        return OciJson.bytes(document);
    }

    /// The manifests of an index in which something is attested about another one of them.
    static List<Digest> attestations(byte[] index, Digest subject, String what) {
        return OciJson.objects(OciJson.parse(index, what), "manifests", what).stream()
                .filter(child -> OciJson.attests(child, subject))
                .map(child -> OciJson.blob(child, what).digest())
                .toList();
    }

    /// Whether a manifest has a statement of that kind.
    static boolean states(byte[] manifest, String predicate, String what) {
        return OciJson.objects(OciJson.parse(manifest, what), "layers", what).stream()
                .anyMatch(layer -> OciJson.isStatement(layer, predicate));
    }

    private static List<Descriptor> descriptors(ObjectNode document, String key, String what) {
        List<ObjectNode> nodes = OciJson.objects(document, key, what);
        if (nodes.size() > MOST) {
            throw new BadImageException(what, "has " + nodes.size() + " " + key + ", more than " + MOST);
        }
        List<Descriptor> descriptors = new ArrayList<>();
        nodes.forEach(node -> descriptors.add(descriptor(node, what)));
        return descriptors;
    }

    private static Descriptor descriptor(JsonNode node, String what) {
        BlobDescriptor blob = OciJson.blob(node, what);
        if (blob.size() < 0) {
            throw new BadImageException(what, "does not say how large " + blob.digest() + " is");
        }
        Optional<Platform> platform =
                node.has("platform") ? Optional.of(OciJson.platform(node.path("platform"))) : Optional.empty();
        return new Descriptor(
                OciJson.optionalText(node, "mediaType", what),
                blob.digest(),
                blob.size(),
                platform,
                OciJson.textList(node, "urls", what));
    }

    /// The platform that the config of an image names.
    static Platform platformOf(byte[] config, String what) {
        return OciJson.platform(OciJson.parse(config, what));
    }
}
