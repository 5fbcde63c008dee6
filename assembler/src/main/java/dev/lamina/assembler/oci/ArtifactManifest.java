package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.model.value.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The manifest of files that registries keep without their being an image (image-spec, manifest.md, "Guidelines for
/// Artifact Usage"): an empty config, and a layer for each file with its name as title.
public final class ArtifactManifest {
    /// What such a manifest says that it is.
    public static final String TYPE = "application/vnd.lamina.system.v1";

    /// The config that says nothing.
    public static final byte[] EMPTY_CONFIG = "{}".getBytes(StandardCharsets.UTF_8);

    /// The media type of [#EMPTY_CONFIG].
    static final String EMPTY_TYPE = "application/vnd.oci.empty.v1+json";
    /// Annotation: the name of the file.
    static final String TITLE = "org.opencontainers.image.title";

    /// By the ends of the names that the formats of `lamina build` give.
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("-kernel", "application/vnd.lamina.kernel.v1"),
            Map.entry("-initrd.img", "application/vnd.lamina.initrd.v1"),
            Map.entry("-cmdline", "text/plain"),
            Map.entry(".tar", "application/x-tar"),
            Map.entry(".iso", "application/x-iso9660-image"),
            Map.entry(".qcow2", "application/x-qemu-disk"),
            Map.entry(".img", "application/vnd.lamina.disk.raw.v1"),
            Map.entry(".raw", "application/vnd.lamina.disk.raw.v1"),
            Map.entry(".vmdk", "application/x-vmdk"),
            Map.entry(".efi", "application/vnd.microsoft.portable-executable"),
            Map.entry(".json", "application/json"),
            Map.entry(".yml", "application/yaml"));

    private ArtifactManifest() {}

    /// A file.
    ///
    /// @param name without its folder
    public record Part(String name, Digest digest, long size) {
        /// What kind of output it is, by its name; the longest end that is known counts.
        public String mediaType() {
            return TYPES.entrySet().stream()
                    .filter(type -> name.endsWith(type.getKey()))
                    .max(Map.Entry.comparingByKey((a, b) -> Integer.compare(a.length(), b.length())))
                    .map(Map.Entry::getValue)
                    .orElse("application/octet-stream");
        }
    }

    /// The same parts give the same bytes.
    public static byte[] json(List<Part> parts) {
        ObjectNode manifest = OciJson.object()
                .put("schemaVersion", 2)
                .put("mediaType", OciJson.MANIFEST)
                .put("artifactType", TYPE);
        BlobDescriptor config = new BlobDescriptor(Hashing.digest(EMPTY_CONFIG), EMPTY_CONFIG.length);
        manifest.set("config", OciJson.descriptor(EMPTY_TYPE, config));
        ArrayNode layers = manifest.putArray("layers");
        for (Part part : parts) {
            ObjectNode layer = OciJson.descriptor(part.mediaType(), new BlobDescriptor(part.digest(), part.size()));
            layer.putObject("annotations").put(TITLE, part.name());
            layers.add(layer);
        }
        return OciJson.bytes(manifest);
    }
}
