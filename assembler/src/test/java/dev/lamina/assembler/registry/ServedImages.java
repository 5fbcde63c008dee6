package dev.lamina.assembler.registry;

import dev.lamina.assembler.testing.TestRegistry;
import dev.lamina.model.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Images that a registry serves, as documents put together here.
final class ServedImages {
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    private final TestRegistry registry;

    ServedImages(TestRegistry registry) {
        this.registry = registry;
    }

    /// An image of one layer, whose content is its name.
    Digest image(String repository, String tag, String content, String platform, String manifestType) {
        Digest layer = registry.blob(content.getBytes(StandardCharsets.UTF_8));
        String config = "{%s,\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"%s\"]}}".formatted(platform, layer);
        String json = """
            {"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"application/vnd.oci.image.config.v1+json",\
            "digest":"%s","size":%d},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar",\
            "digest":"%s","size":%d}]}\
            """.formatted(
                        manifestType,
                        registry.blob(config.getBytes(StandardCharsets.UTF_8)),
                        config.length(),
                        layer,
                        content.length());
        return registry.manifest(repository, tag, json.getBytes(StandardCharsets.UTF_8), manifestType);
    }

    static String platform(String text) {
        String[] parts = text.split("/");
        String variant = parts.length > 2 ? ",\"variant\":\"" + parts[2] + "\"" : "";
        return "\"os\":\"" + parts[0] + "\",\"architecture\":\"" + parts[1] + "\"" + variant;
    }

    Digest index(String repository, String tag, String type, String childType, List<String> platforms) {
        List<String> children = new ArrayList<>();
        for (String platform : platforms) {
            Digest image = image(repository, "one", repository + " for " + platform, platform(platform), childType);
            children.add("{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":5,\"platform\":{%s}}"
                    .formatted(childType, image, platform(platform)));
        }
        String json = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[%s]}"
                .formatted(type, String.join(",", children));
        return registry.manifest(repository, tag, json.getBytes(StandardCharsets.UTF_8), type);
    }

    /// A manifest with one statement in it.
    Digest attestation(String statement, String predicate) {
        String json = """
            {"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"application/vnd.oci.image.config.v1+json",\
            "digest":"%s","size":2},"layers":[{"mediaType":"application/vnd.in-toto+json","digest":"%s","size":%d,\
            "annotations":{"in-toto.io/predicate-type":"%s"}}]}\
            """.formatted(
                        MANIFEST,
                        registry.blob("{}".getBytes(StandardCharsets.UTF_8)),
                        registry.blob(statement.getBytes(StandardCharsets.UTF_8)),
                        statement.length(),
                        predicate);
        return registry.manifest("team/web", "about", json.getBytes(StandardCharsets.UTF_8), MANIFEST);
    }

    static String child(Digest digest, String platform, String more) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":5,\"platform\":{%s}%s}"
                .formatted(MANIFEST, digest, platform(platform), more);
    }

    static String about(Digest image) {
        return ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\","
                + "\"vnd.docker.reference.digest\":\"" + image + "\"}";
    }
}
