package dev.lamina.assembler.sbom;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts documents about single images into that of the system. As LinuxKit does, the paths of files and packages get
/// the place of the image in front. Identifiers get the image's, as two documents may use the same; what a document
/// describes is contained in its image.
final class MergedDocuments {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";
    private static final List<String> REFERENCES = List.of("SPDXID", "spdxElementId", "relatedSpdxElement");

    private final ArrayNode packages;
    private final ArrayNode relationships;
    private final ArrayNode files = MAPPER.createArrayNode();
    private final ArrayNode licences = MAPPER.createArrayNode();
    private final ArrayNode annotations = MAPPER.createArrayNode();
    private final ArrayNode references = MAPPER.createArrayNode();
    private final Set<String> once = new HashSet<>();
    private final Map<String, Integer> documents = new HashMap<>();

    MergedDocuments(ArrayNode packages, ArrayNode relationships) {
        this.packages = packages;
        this.relationships = relationships;
    }

    /// @param image the identifier of the image that it is about
    /// @param prefixes where the image's files are
    void add(ObjectNode document, String image, List<String> prefixes) {
        for (String prefix : prefixes) {
            String number = documents.merge(image, 1, Integer::sum) + "-";
            Renaming renaming = new Renaming(image, image + "-" + number);
            for (ObjectNode each : objects(document, "packages")) {
                packages.add(placed(renaming.of(each), "packageFileName", prefix));
            }
            for (ObjectNode each : objects(document, "files")) {
                files.add(placed(renaming.of(each), "fileName", prefix));
            }
            objects(document, "relationships").forEach(each -> addRelationship(each, renaming));
            objects(document, "annotations").forEach(each -> annotations.add(each.deepCopy()));
            described(document).forEach(id -> relate(image, renaming.of(id)));
        }
        addOnce(document, "hasExtractedLicensingInfos", "licenseId", licences);
        addOnce(document, "externalDocumentRefs", "externalDocumentId", references);
    }

    /// Documents of one tool use the same identifiers for the same things.
    private void addOnce(ObjectNode document, String key, String id, ArrayNode target) {
        for (ObjectNode each : objects(document, key)) {
            if (once.add(key + " " + each.path(id).asString(""))) {
                target.add(each.deepCopy());
            }
        }
    }

    private static List<ObjectNode> objects(ObjectNode document, String key) {
        return document.path(key)
                .valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private static List<String> described(ObjectNode document) {
        return document.path("documentDescribes")
                .valueStream()
                .map(id -> id.asString(""))
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static ObjectNode placed(ObjectNode node, String key, String prefix) {
        String name = node.path(key).asString("");
        String place = withoutSlashesBefore(name);
        String joined = prefix.isEmpty() || place.isEmpty() ? prefix + place : prefix + "/" + place;
        if (node.has(key) || !joined.isEmpty() && key.equals("packageFileName")) {
            node.put(key, joined);
        }
        return node;
    }

    private static String withoutSlashesBefore(String name) {
        int at = 0;
        while (name.startsWith("/", at) || name.startsWith("./", at)) {
            at += name.charAt(at) == '.' ? 2 : 1;
        }
        return name.substring(at);
    }

    private void addRelationship(ObjectNode relationship, Renaming renaming) {
        String kind = relationship.path("relationshipType").asString("");
        String from = relationship.path("spdxElementId").asString("");
        if (from.equals(DOCUMENT) && kind.equals("DESCRIBES")) {
            relate(
                    renaming.image,
                    renaming.of(relationship.path("relatedSpdxElement").asString("")));
        } else {
            relationships.add(renaming.of(relationship));
        }
    }

    private void relate(String image, String part) {
        relationships
                .addObject()
                .put("spdxElementId", image)
                .put("relationshipType", "CONTAINS")
                .put("relatedSpdxElement", part);
    }

    void addTo(ObjectNode body) {
        Map<String, ArrayNode> parts = new TreeMap<>(Map.of(
                "files", files,
                "hasExtractedLicensingInfos", licences,
                "annotations", annotations,
                "externalDocumentRefs", references));
        parts.forEach((key, values) -> {
            if (!values.isEmpty()) {
                body.set(key, values);
            }
        });
    }

    private record Renaming(String image, String prefix) {
        String of(String id) {
            if (id.equals(DOCUMENT)) {
                return image;
            }
            return id.startsWith("SPDXRef-") ? prefix + id.substring("SPDXRef-".length()) : id;
        }

        ObjectNode of(ObjectNode node) {
            ObjectNode copy = node.deepCopy();
            for (String key : REFERENCES) {
                if (copy.path(key).isString()) {
                    copy.put(key, of(copy.path(key).asString()));
                }
            }
            if (copy.path("hasFiles") instanceof ArrayNode old) {
                ArrayNode renamed = copy.putArray("hasFiles");
                for (JsonNode id : old) {
                    renamed.add(of(id.asString("")));
                }
            }
            return copy;
        }
    }
}
