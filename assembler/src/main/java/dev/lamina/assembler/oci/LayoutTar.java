package dev.lamina.assembler.oci;

import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Takes in the images of an OCI layout tar.
final class LayoutTar {
    private static final Pattern BLOB = Pattern.compile("blobs/sha256/([0-9a-f]{64})");

    private final ImageStore store;
    private final ImageImport.Tar tar;
    private final ImportOptions options;
    private LayoutImages.Naming naming = ImageImport::importable;
    private boolean all;
    private byte @Nullable [] indexJson;
    private byte @Nullable [] manifestJson;

    LayoutTar(ImageStore store, ImageImport.Tar tar, ImportOptions options) {
        this.store = store;
        this.tar = tar;
        this.options = options;
    }

    /// For a store that nobody looks for images in but those who know what is in it. There, what has no name counts
    /// as well.
    LayoutTar withAnyNames() {
        naming = (name, layout) -> name;
        all = true;
        return this;
    }

    List<ImageRef> run() throws IOException {
        tar.streamTo(this::take);
        if (indexJson == null && manifestJson != null) {
            return new DockerImport(store, tar, options).run();
        }
        if (indexJson == null) {
            throw new BadImageException(tar.name(), "has no index.json, so it is not an OCI image archive");
        }
        LayoutImages layout = new LayoutImages(
                store.blobs(),
                tar.name(),
                options,
                naming,
                blob -> store.blobs().has(blob.digest()));
        ObjectNode document = OciJson.parse(indexJson, tar.name() + ": index.json");
        Map<ImageRef, ObjectNode> images = layout.named(document);
        for (ObjectNode descriptor :
                all ? OciJson.objects(document, "manifests", tar.name()) : List.copyOf(images.values())) {
            layout.requireComplete(descriptor);
        }
        for (Map.Entry<ImageRef, ObjectNode> image : images.entrySet()) {
            store.index().change(image.getKey(), present -> Optional.of(image.getValue()));
        }
        return List.copyOf(images.keySet());
    }

    private void take(TreeEntry entry, InputStream content) throws IOException {
        if (entry.kind() != TreeEntry.Kind.FILE) {
            return;
        }
        Matcher blob = BLOB.matcher(entry.path());
        if (blob.matches()) {
            store.putVerified(content, new Digest(blob.group(1)), tar.name());
        } else if (entry.path().equals("index.json")) {
            indexJson = document(indexJson, entry, content);
        } else if (entry.path().equals("manifest.json")) {
            manifestJson = document(manifestJson, entry, content);
        }
    }

    private byte[] document(byte @Nullable [] before, TreeEntry entry, InputStream content) throws IOException {
        if (before != null) {
            throw new BadImageException(tar.name(), "has two files " + entry.path());
        }
        if (entry.size() > OciJson.MAX_BYTES) {
            throw new BadImageException(tar.name(), "its " + entry.path() + " is too large");
        }
        return content.readAllBytes();
    }
}
