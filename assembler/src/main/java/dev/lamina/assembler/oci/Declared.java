package dev.lamina.assembler.oci;

import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What an image says about its use that containers of a system do not heed.
///
/// @param ports that it listens on, e.g. `80/tcp`
/// @param volumes paths at which it keeps data
public record Declared(List<String> ports, List<String> volumes) {
    public Declared {
        ports = List.copyOf(ports);
        volumes = List.copyOf(volumes);
    }

    static Declared of(BlobStore blobs, StoredImage image) throws IOException {
        ObjectNode manifest = blobs.document(image.manifestDigest());
        String name = image.ref().name();
        JsonNode settings = blobs.document(
                        OciJson.blob(manifest.path("config"), name).digest())
                .path("config");
        return new Declared(OciJson.keys(settings, "ExposedPorts"), OciJson.keys(settings, "Volumes"));
    }
}
