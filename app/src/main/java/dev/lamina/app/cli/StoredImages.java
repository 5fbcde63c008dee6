package dev.lamina.app.cli;

import dev.lamina.assembler.oci.StoredImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Images of the store as the commands print them that deal with some.
final class StoredImages {
    private static final int SHORT_DIGEST = 12;

    private StoredImages() {}

    static void print(Session session, List<StoredImage> images) {
        if (session.options().json) {
            images.forEach(image -> session.out().println(Json.line(json(image))));
            return;
        }
        Table table = new Table("llrl").row("IMAGE", "ARCH", "SIZE", "DIGEST");
        images.forEach(image -> table.row(
                image.ref().name(),
                image.arch().ociName(),
                Bytes.text(image.size()),
                image.manifestDigest().hex().substring(0, SHORT_DIGEST)));
        session.out().print(table.text());
    }

    static Map<String, Object> json(StoredImage image) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("image", image.ref().name());
        object.put("arch", image.arch().ociName());
        object.put("size", image.size());
        object.put("digest", image.manifestDigest().toString());
        return object;
    }
}
