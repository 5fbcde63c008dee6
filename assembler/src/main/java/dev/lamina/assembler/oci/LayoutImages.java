package dev.lamina.assembler.oci;

import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The images of an OCI layout's `index.json`: their names, and whether all that belongs to them is there.
final class LayoutImages {
    private final BlobStore blobs;
    private final String layout;
    private final ImportOptions options;
    private final Naming naming;
    private final Supply supply;
    private final Map<Digest, Integer> checked = new HashMap<>();

    /// Sees to it that a blob of the layout is in the store.
    @FunctionalInterface
    interface Supply {
        /// @return whether the layout has it
        boolean bring(BlobDescriptor blob) throws IOException;
    }

    /// Says which names images may have.
    @FunctionalInterface
    interface Naming {
        /// @throws InputException it may not be called so
        ImageRef checked(ImageRef name, @Nullable String layout);
    }

    /// @param layout what is read, for messages
    LayoutImages(BlobStore blobs, String layout, ImportOptions options, Supply supply) {
        this(blobs, layout, options, ImageImport::importable, supply);
    }

    LayoutImages(BlobStore blobs, String layout, ImportOptions options, Naming naming, Supply supply) {
        this.blobs = blobs;
        this.layout = layout;
        this.options = options;
        this.naming = naming;
        this.supply = supply;
    }

    /// The names with what they stand for; one at least.
    Map<ImageRef, ObjectNode> named(ObjectNode document) {
        List<ObjectNode> descriptors = OciJson.objects(document, "manifests", layout);
        if (options.name().isPresent()) {
            return Map.of(naming.checked(options.name().get(), null), single(descriptors));
        }
        Map<ImageRef, ObjectNode> images = new LinkedHashMap<>();
        for (ObjectNode descriptor : descriptors) {
            Map<String, String> annotations = OciJson.texts(descriptor, "annotations", layout);
            String name = annotations.getOrDefault(
                    ExportedLayout.CONTAINERD_NAME, annotations.getOrDefault(OciJson.REF_NAME, ""));
            if (!name.isBlank()) {
                images.put(naming.checked(ImageRef.parse(name), layout), unnamed(descriptor));
            }
        }
        if (images.isEmpty()) {
            throw new InputException(
                    layout + ": gives no image a name (annotation " + ExportedLayout.CONTAINERD_NAME + ")",
                    "give it a name with --name");
        }
        return images;
    }

    private ObjectNode single(List<ObjectNode> descriptors) {
        long different = descriptors.stream()
                .map(descriptor -> descriptor.path("digest"))
                .distinct()
                .count();
        if (different != 1) {
            throw new InputException(
                    layout + ": holds " + descriptors.size() + " images, so one name does not do",
                    "leave --name away; they keep the names that they have");
        }
        return unnamed(descriptors.getFirst());
    }

    private static ObjectNode unnamed(ObjectNode descriptor) {
        ObjectNode unnamed = descriptor.deepCopy();
        unnamed.remove("annotations");
        return unnamed;
    }

    void requireComplete(ObjectNode descriptor) throws IOException {
        if (!isComplete(descriptor)) {
            throw new BadImageException(
                    layout,
                    "holds no complete image of " + descriptor.path("digest").asString(""));
        }
    }

    boolean isComplete(ObjectNode descriptor) throws IOException {
        return check(descriptor, 0) > 0;
    }

    /// Counts the complete images below a descriptor. An index may name platforms that the layout leaves out; what is
    /// there must be whole.
    private int check(ObjectNode descriptor, int depth) throws IOException {
        BlobDescriptor blob = OciJson.blob(descriptor, layout);
        if (depth > OciJson.MAX_DEPTH) {
            throw new BadImageException(layout, "nests its indexes too deeply");
        }
        Integer known = checked.get(blob.digest());
        if (known != null) {
            return known;
        }
        if (!bring(blob)) {
            return 0;
        }
        byte[] json = blobs.read(blob.digest(), OciJson.MAX_BYTES);
        int complete = complete(OciJson.parse(json, layout + ": " + blob.digest()), depth);
        checked.put(blob.digest(), complete);
        return complete;
    }

    private int complete(ObjectNode document, int depth) throws IOException {
        if (!OciJson.isIndex(document)) {
            require(document.path("config"));
            for (ObjectNode layer : OciJson.objects(document, "layers", layout)) {
                require(layer);
            }
            return 1;
        }
        int complete = 0;
        for (ObjectNode child : OciJson.objects(document, "manifests", layout)) {
            complete += check(child, depth + 1);
        }
        return complete;
    }

    private void require(JsonNode descriptor) throws IOException {
        BlobDescriptor blob = OciJson.blob(descriptor, layout);
        if (!bring(blob)) {
            throw new BadImageException(layout, "lacks the blob " + blob.digest());
        }
    }

    private boolean bring(BlobDescriptor blob) throws IOException {
        if (!supply.bring(blob)) {
            return false;
        }
        long size = blobs.size(blob.digest());
        if (blob.size() >= 0 && blob.size() != size) {
            throw new BadImageException(
                    layout,
                    "says that the blob " + blob.digest() + " has " + blob.size() + " bytes, but it has " + size);
        }
        return true;
    }
}
