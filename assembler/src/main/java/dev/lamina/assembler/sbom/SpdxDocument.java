package dev.lamina.assembler.sbom;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.oci.StoredImage;
import dev.lamina.model.value.Digest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A list of software in SPDX 2.3's JSON (https://spdx.github.io/spdx-spec/v2.3/): a system, its images, and what is in
/// them. The same content gives the same text; its namespace is a digest of it.
public final class SpdxDocument {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";
    private static final String SYSTEM = "SPDXRef-system";
    private static final String UNKNOWN = "NOASSERTION";
    private static final int SHORT_DIGEST = 12;

    private final Instant created;
    private final ArrayNode packages = MAPPER.createArrayNode();
    private final Set<String> known = new LinkedHashSet<>();
    private final ArrayNode relationships = MAPPER.createArrayNode();
    private final MergedDocuments merged = new MergedDocuments(packages, relationships);

    private SpdxDocument(Instant created) {
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    /// Of a system of images.
    public static String ofSystem(Instant created, Map<ImageUse, ImageFacts> images) {
        SpdxDocument document = new SpdxDocument(created);
        ObjectNode system = describe(SYSTEM, "system", "");
        document.packages.add(system.put("primaryPackagePurpose", "OPERATING-SYSTEM"));
        document.relate(DOCUMENT, "DESCRIBES", SYSTEM);
        images.forEach((use, facts) -> document.relate(SYSTEM, "CONTAINS", document.add(use, facts)));
        return document.json();
    }

    /// Of an image alone.
    public static String ofImage(Instant created, StoredImage image, ImageFacts facts) {
        SpdxDocument document = new SpdxDocument(created);
        document.relate(DOCUMENT, "DESCRIBES", document.add(new ImageUse(image, List.of(), List.of("")), facts));
        return document.json();
    }

    /// Adds an image and what is in it.
    ///
    /// @return its identifier
    private String add(ImageUse use, ImageFacts facts) {
        String image = addImage(use);
        for (Software each : facts.software()) {
            relate(image, "CONTAINS", addSoftware(each));
        }
        for (ObjectNode document : facts.attested()) {
            merged.add(document, image, use.prefixes());
        }
        return image;
    }

    private String addImage(ImageUse use) {
        StoredImage image = use.image();
        String digest = image.manifestDigest().hex();
        String id = "SPDXRef-image-" + idWord(image.ref().name()) + "-" + unique(image.ref() + "@" + digest);
        ImageUrl url = ImageUrl.of(image);
        ObjectNode node = describe(id, url.repository(), url.tag().orElse("sha256:" + digest));
        node.put("primaryPackagePurpose", "CONTAINER");
        checksum(node, image.manifestDigest());
        Optional.ofNullable(image.annotations().get(StoredImage.LICENCE))
                .filter(Licences::isExpression)
                .ifPresent(licence -> node.put("licenseDeclared", licence));
        if (!use.locations().isEmpty()) {
            node.put("comment", "used as " + String.join(", ", use.locations()));
        }
        purl(node, url.purl());
        packages.add(node);
        return id;
    }

    /// A package that several images hold is there once.
    private String addSoftware(Software software) {
        String id = "SPDXRef-" + software.type() + "-" + idWord(software.name()) + "-" + unique(software.toString());
        if (!known.add(id)) {
            return id;
        }
        ObjectNode node = describe(id, software.name(), software.version());
        software.sha256().ifPresent(sha256 -> checksum(node, sha256));
        software.licence().ifPresent(licence -> node.put("licenseDeclared", licence));
        software.source().ifPresent(source -> node.put("sourceInfo", "built from the sources of " + source));
        purl(node, software.purl());
        packages.add(node);
        return id;
    }

    private static String unique(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Hashing.digest(bytes).hex().substring(0, SHORT_DIGEST);
    }

    private static String idWord(String text) {
        return text.replaceAll("[^A-Za-z0-9.]+", "-");
    }

    private static ObjectNode describe(String id, String name, String version) {
        ObjectNode node = MAPPER.createObjectNode().put("SPDXID", id).put("name", name);
        if (!version.isEmpty()) {
            node.put("versionInfo", version);
        }
        return node.put("downloadLocation", UNKNOWN)
                .put("filesAnalyzed", false)
                .put("licenseConcluded", UNKNOWN)
                .put("licenseDeclared", UNKNOWN)
                .put("copyrightText", UNKNOWN);
    }

    private static void checksum(ObjectNode node, Digest digest) {
        node.putArray("checksums").addObject().put("algorithm", "SHA256").put("checksumValue", digest.hex());
    }

    private static void purl(ObjectNode node, String purl) {
        node.putArray("externalRefs")
                .addObject()
                .put("referenceCategory", "PACKAGE-MANAGER")
                .put("referenceType", "purl")
                .put("referenceLocator", purl);
    }

    private void relate(String from, String kind, String to) {
        relationships
                .addObject()
                .put("spdxElementId", from)
                .put("relationshipType", kind)
                .put("relatedSpdxElement", to);
    }

    private String json() {
        ObjectNode document = MAPPER.createObjectNode()
                .put("spdxVersion", "SPDX-2.3")
                .put("dataLicense", "CC0-1.0")
                .put("SPDXID", DOCUMENT)
                .put("name", "sbom");
        ObjectNode creation = MAPPER.createObjectNode().put("created", created.toString());
        creation.putArray("creators").add("Tool: lamina");
        ObjectNode body = MAPPER.createObjectNode();
        body.set("creationInfo", creation);
        body.set("packages", packages);
        merged.addTo(body);
        body.set("relationships", relationships);
        Digest digest = Hashing.digest(MAPPER.writeValueAsBytes(body));
        document.put("documentNamespace", "https://spdx.org/spdxdocs/lamina-" + digest.hex());
        document.setAll(body);
        return MAPPER.writeValueAsString(document) + "\n";
    }
}
