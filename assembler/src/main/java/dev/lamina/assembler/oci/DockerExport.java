package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.CountingInputStream;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A docker archive in the making. Its layers are not compressed, so that every docker and podman takes them.
final class DockerExport {
    private final ImageStore store;
    private final List<ObjectNode> entries = new ArrayList<>();
    private final Map<Digest, byte[]> configs = new LinkedHashMap<>();
    private final Map<Digest, Layer> layers = new LinkedHashMap<>();

    DockerExport(ImageStore store) {
        this.store = store;
    }

    /// @param name docker knows names with a tag only; one without gets `latest`, which means the same
    void add(StoredImage image, ImageRef name) throws IOException {
        ObjectNode manifest = store.blobs().document(image.manifestDigest());
        Digest config =
                OciJson.blob(manifest.path("config"), image.ref().name()).digest();
        configs.put(config, store.blobs().read(config, OciJson.MAX_BYTES));
        ObjectNode entry = OciJson.object().put("Config", config.hex() + ".json");
        ArrayNode paths = entry.putArray("Layers");
        for (Layer layer : image.layers()) {
            layers.put(layer.diffId(), layer);
            paths.add(path(layer));
        }
        ImageRef plain = name.withoutDigest();
        entry.putArray("RepoTags").add((plain.tag().isPresent() ? plain : plain.otherSpelling()).name());
        entries.add(entry);
    }

    private static String path(Layer layer) {
        return layer.diffId().hex() + ".tar";
    }

    void writeTo(OutputStream out, Reporter reporter) throws IOException {
        try (TarWriter tar = new TarWriter(out)) {
            ExportedLayout.send(tar, "manifest.json", OciJson.bytes(entries));
            for (Map.Entry<Digest, byte[]> config : configs.entrySet()) {
                ExportedLayout.send(tar, config.getKey().hex() + ".json", config.getValue());
            }
            try (Reporter.Step step = reporter.begin("export")) {
                for (Layer layer : layers.values()) {
                    write(layer, tar, step);
                }
            }
        }
    }

    /// Read twice, as the size stands before the content.
    private void write(Layer layer, TarWriter tar, Reporter.Step step) throws IOException {
        long size = size(layer);
        try (InputStream in = new ReportedInput(store.openLayer(layer), step)) {
            tar.accept(TreeEntry.file(path(layer), 0644, size), in);
        }
    }

    private long size(Layer layer) throws IOException {
        try (CountingInputStream in = new CountingInputStream(store.openLayer(layer))) {
            Streams.drain(in);
            return in.count();
        }
    }
}
