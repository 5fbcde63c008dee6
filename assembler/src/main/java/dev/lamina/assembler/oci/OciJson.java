package dev.lamina.assembler.oci;

import dev.lamina.model.value.Arch;
import dev.lamina.model.value.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The JSON documents of OCI images. Written without blanks and with sorted keys, so that equal images are equal bytes.
final class OciJson {
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String CONFIG = "application/vnd.oci.image.config.v1+json";
    static final String REF_NAME = "org.opencontainers.image.ref.name";

    /// What registries accept for a manifest; a config is allowed as much.
    static final int MAX_BYTES = 4 << 20;

    /// An index within an index is allowed; deeper is a trick.
    static final int MAX_DEPTH = 3;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    private OciJson() {}

    /// @param what the document's name in a message
    static ObjectNode parse(byte[] json, String what) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw new BadImageException(what, "is not a JSON object");
        } catch (JacksonException e) {
            throw new BadImageException(what, "is not valid JSON (" + e.getOriginalMessage() + ")", e);
        }
    }

    /// A document that is a list of objects.
    static List<ObjectNode> parseList(byte[] json, String what) {
        ObjectNode holder = object();
        try {
            holder.set("list", MAPPER.readTree(json));
        } catch (JacksonException e) {
            throw new BadImageException(what, "is not valid JSON (" + e.getOriginalMessage() + ")", e);
        }
        return objects(holder, "list", what);
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    static byte[] bytes(List<ObjectNode> nodes) {
        return MAPPER.writeValueAsBytes(nodes);
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode emptyIndex() {
        ObjectNode index = object().put("schemaVersion", 2).put("mediaType", INDEX);
        index.putArray("manifests");
        return index;
    }

    static ObjectNode descriptor(String mediaType, BlobDescriptor blob) {
        return object().put("mediaType", mediaType)
                .put("digest", blob.digest().toString())
                .put("size", blob.size());
    }

    static ObjectNode platform(Arch arch) {
        return object().put("architecture", arch.ociName()).put("os", "linux");
    }

    static ObjectNode manifest(BlobDescriptor config, List<Layer> parts, Map<String, String> annotations) {
        ObjectNode manifest = object().put("schemaVersion", 2).put("mediaType", MANIFEST);
        manifest.set("config", descriptor(CONFIG, config));
        ArrayNode layers = manifest.putArray("layers");
        for (Layer layer : parts) {
            layers.add(descriptor(layer.mediaType(), new BlobDescriptor(layer.digest(), layer.size())));
        }
        putMap(manifest, "annotations", annotations);
        return manifest;
    }

    static void putMap(ObjectNode node, String key, Map<String, String> values) {
        if (!values.isEmpty()) {
            ObjectNode object = node.putObject(key);
            new TreeMap<>(values).forEach(object::put);
        }
    }

    static boolean isIndex(ObjectNode document) {
        return document.has("manifests");
    }

    static List<ObjectNode> objects(JsonNode document, String key, String what) {
        List<ObjectNode> objects = new ArrayList<>();
        JsonNode list = document.path(key);
        if (!list.isMissingNode() && !list.isNull() && !list.isArray()) {
            throw new BadImageException(what, "its \"" + key + "\" is not a list");
        }
        for (JsonNode element : list) {
            if (!(element instanceof ObjectNode object)) {
                throw new BadImageException(what, "its \"" + key + "\" holds something that is no object");
            }
            objects.add(object);
        }
        return objects;
    }

    static BlobDescriptor blob(JsonNode descriptor, String what) {
        try {
            long size = descriptor.path("size").asLong(-1);
            return new BlobDescriptor(Digest.parse(descriptor.path("digest").asString("")), size);
        } catch (IllegalArgumentException e) {
            throw new BadImageException(what, "names a blob by something that is " + e.getMessage(), e);
        }
    }

    static Map<String, String> texts(JsonNode document, String key, String what) {
        Map<String, String> texts = new LinkedHashMap<>();
        JsonNode object = document.path(key);
        if (absent(object)) {
            return texts;
        }
        if (!object.isObject()) {
            throw new BadImageException(what, "its \"" + key + "\" is not an object");
        }
        object.forEachEntry((name, value) -> texts.put(name, text(value, key, what)));
        return texts;
    }

    static List<String> textList(JsonNode document, String key, String what) {
        List<String> texts = new ArrayList<>();
        JsonNode list = document.path(key);
        if (absent(list)) {
            return texts;
        }
        if (!list.isArray()) {
            throw new BadImageException(what, "its \"" + key + "\" is not a list");
        }
        list.forEach(value -> texts.add(text(value, key, what)));
        return texts;
    }

    /// The names in an object; none if it is none.
    static List<String> keys(JsonNode document, String key) {
        return document.path(key).propertyNames().stream().sorted().toList();
    }

    private static String text(JsonNode value, String key, String what) {
        if (!value.isString()) {
            throw new BadImageException(what, "its \"" + key + "\" holds something that is no text");
        }
        return value.asString();
    }

    static String optionalText(JsonNode document, String key, String what) {
        JsonNode value = document.path(key);
        return absent(value) ? "" : text(value, key, what);
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    /// Of a descriptor's platform, or of a config.
    static Platform platform(JsonNode platform) {
        return new Platform(
                platform.path("os").asString(""),
                platform.path("architecture").asString(""),
                platform.path("variant").asString(""));
    }

    /// Whether a descriptor's platform, or a config, is for this architecture. Variants are not looked at.
    static boolean isFor(JsonNode platform, Arch arch) {
        return platform(platform).isFor(arch);
    }

    /// Whether a manifest of an index is about another one, as buildkit marks it.
    static boolean attests(JsonNode descriptor, Digest subject) {
        JsonNode annotations = descriptor.path("annotations");
        return attests(descriptor)
                && annotations.path("vnd.docker.reference.digest").asString("").equals(subject.toString());
    }

    /// Whether it is about an image, and none itself.
    static boolean attests(JsonNode descriptor) {
        JsonNode annotations = descriptor.path("annotations");
        return annotations.path("vnd.docker.reference.type").asString("").equals("attestation-manifest");
    }

    static boolean isStatement(JsonNode layer, String predicate) {
        JsonNode kind = layer.path("annotations").path("in-toto.io/predicate-type");
        return layer.path("mediaType").asString("").equals("application/vnd.in-toto+json")
                && kind.asString("").equals(predicate);
    }
}
