package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.ImageRef;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Takes in the images of an OCI layout folder, such as LinuxKit's cache. Of a cache it takes what is whole, and says
/// what is not.
final class LayoutFolder {
    private final ImageStore store;
    private final Path folder;
    private final ImportOptions options;
    private final Reporter reporter;

    LayoutFolder(ImageStore store, Path folder, ImportOptions options, Reporter reporter) {
        this.store = store;
        this.folder = folder;
        this.options = options;
        this.reporter = reporter;
    }

    List<ImageRef> run() throws IOException {
        try (Reporter.Step step = reporter.begin("import " + folder)) {
            return run(new LayoutImages(store.blobs(), folder.toString(), options, blob -> bring(blob, step)));
        }
    }

    private List<ImageRef> run(LayoutImages layout) throws IOException {
        Path file = folder.resolve("index.json");
        Map<ImageRef, ObjectNode> images = layout.named(OciJson.parse(small(file), file.toString()));
        Map<ImageRef, ObjectNode> whole = new LinkedHashMap<>();
        for (Map.Entry<ImageRef, ObjectNode> image : images.entrySet()) {
            if (images.size() == 1) {
                layout.requireComplete(image.getValue());
                whole.put(image.getKey(), image.getValue());
            } else if (isWhole(layout, image.getKey(), image.getValue())) {
                whole.put(image.getKey(), image.getValue());
            }
        }
        if (whole.isEmpty()) {
            throw new BadImageException(folder.toString(), "holds no complete image");
        }
        for (Map.Entry<ImageRef, ObjectNode> image : whole.entrySet()) {
            store.index().change(image.getKey(), present -> Optional.of(image.getValue()));
        }
        return List.copyOf(whole.keySet());
    }

    private boolean isWhole(LayoutImages layout, ImageRef name, ObjectNode descriptor) throws IOException {
        try {
            layout.requireComplete(descriptor);
            return true;
        } catch (BadImageException e) {
            reporter.warn("left out " + name + ": " + e.getMessage());
            return false;
        }
    }

    private byte[] small(Path file) throws IOException {
        if (Files.size(file) > OciJson.MAX_BYTES) {
            throw new BadImageException(folder.toString(), "its " + file.getFileName() + " is too large");
        }
        return Files.readAllBytes(file);
    }

    private boolean bring(BlobDescriptor blob, Reporter.Step step) throws IOException {
        if (store.blobs().has(blob.digest()) && store.blobs().size(blob.digest()) == blob.size()) {
            return true;
        }
        Path file =
                folder.resolve("blobs").resolve("sha256").resolve(blob.digest().hex());
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = new ReportedInput(new BufferedInputStream(Files.newInputStream(file)), step)) {
            store.putVerified(in, blob.digest(), folder.toString());
        }
        return true;
    }
}
