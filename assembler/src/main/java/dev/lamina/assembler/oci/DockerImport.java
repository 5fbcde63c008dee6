package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.model.problem.InputException;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Takes in what `docker save` writes: `manifest.json` names the config and the layers of each image by their paths in
/// the archive. The config stays byte for byte, so that the image keeps its id; the manifest is made anew.
final class DockerImport {
    private final ImageStore store;
    private final ImageImport.Tar tar;
    private final ImportOptions options;
    private final DockerFiles files;

    DockerImport(ImageStore store, ImageImport.Tar tar, ImportOptions options) {
        this.store = store;
        this.tar = tar;
        this.options = options;
        this.files = new DockerFiles(store, tar.name());
    }

    /// An image before it has its names.
    private record Image(ObjectNode platform, ObjectNode manifest) {}

    List<ImageRef> run() throws IOException {
        tar.streamTo(files);
        List<ObjectNode> entries = OciJson.parseList(files.document("manifest.json"), tar.name() + ": manifest.json");
        Map<ImageRef, Image> images = new LinkedHashMap<>();
        for (ObjectNode entry : entries) {
            List<ImageRef> names = names(entry, entries.size());
            Image image = image(entry);
            names.forEach(name -> images.put(name, image));
        }
        if (images.isEmpty()) {
            throw new InputException(tar.name() + ": gives no image a name", "give it a name with --name");
        }
        for (Map.Entry<ImageRef, Image> image : images.entrySet()) {
            store.publish(
                    image.getKey(),
                    image.getValue().platform(),
                    image.getValue().manifest());
        }
        return List.copyOf(images.keySet());
    }

    private List<ImageRef> names(ObjectNode entry, int images) {
        if (options.name().isPresent()) {
            if (images > 1) {
                throw new InputException(
                        tar.name() + ": holds " + images + " images, so one name does not do",
                        "leave --name away; they keep the names that they have");
            }
            return List.of(ImageImport.importable(options.name().get(), null));
        }
        return OciJson.textList(entry, "RepoTags", tar.name()).stream()
                .map(tag -> ImageImport.importable(ImageRef.parse(tag), tar.name()))
                .toList();
    }

    private Image image(ObjectNode entry) throws IOException {
        String configPath = OciJson.optionalText(entry, "Config", tar.name());
        byte[] configJson = files.document(configPath);
        ObjectNode config = OciJson.parse(configJson, tar.name() + ": " + configPath);
        List<String> diffIds = OciJson.textList(config.path("rootfs"), "diff_ids", tar.name());
        List<String> paths = OciJson.textList(entry, "Layers", tar.name());
        if (paths.size() != diffIds.size()) {
            throw new BadImageException(
                    tar.name(), "has " + paths.size() + " layers, but its config names " + diffIds.size());
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            layers.add(layer(paths.get(i), diffIds.get(i)));
        }
        return new Image(platform(config), OciJson.manifest(store.blobs().put(configJson), layers, Map.of()));
    }

    private Layer layer(String path, String diffId) throws IOException {
        BlobDescriptor blob = files.blob(path);
        if (!blob.digest().toString().equals(diffId)
                && !diffId.equals(uncompressed(blob).toString())) {
            throw new BadImageException(tar.name(), "the layer " + path + " is not what the config says");
        }
        return new Layer(mediaType(blob), blob.digest(), blob.size(), Digest.parse(diffId));
    }

    private Digest uncompressed(BlobDescriptor blob) throws IOException {
        try (InputStream in = store.openBlob(blob.digest())) {
            return Hashing.digest(Compression.decompress(in));
        } catch (IOException e) {
            throw new BadImageException(tar.name(), "a layer cannot be decompressed: " + e.getMessage(), e);
        }
    }

    private String mediaType(BlobDescriptor blob) throws IOException {
        try (InputStream in = store.openBlob(blob.digest())) {
            return switch (Compression.detect(in.readNBytes(6))) {
                case NONE -> Layer.TAR;
                case GZIP -> Layer.TAR_GZIP;
                case ZSTD -> Layer.TAR_ZSTD;
                case XZ -> throw new BadImageException(tar.name(), "a layer is compressed by xz, which images are not");
            };
        }
    }

    private ObjectNode platform(ObjectNode config) {
        ObjectNode platform = OciJson.object()
                .put("architecture", OciJson.optionalText(config, "architecture", tar.name()))
                .put("os", OciJson.optionalText(config, "os", tar.name()));
        String variant = OciJson.optionalText(config, "variant", tar.name());
        return variant.isEmpty() ? platform : platform.put("variant", variant);
    }
}
