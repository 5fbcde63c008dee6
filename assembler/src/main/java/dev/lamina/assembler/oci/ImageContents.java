package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.DigestingOutputStream;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Knows the trees of images without reading their layers again: what was found out once is kept in a folder, by the
/// digests of the layers.
public final class ImageContents {
    private final ImageStore store;
    private final Path folder;
    private final Reporter reporter;
    private final Map<String, FlattenedImage> known = new ConcurrentHashMap<>();
    private volatile boolean opened;

    /// @param folder for the listings; everything in it can be made again
    public ImageContents(ImageStore store, Path folder) {
        this(store, folder, Reporter.silent());
    }

    /// @param reporter of the one job that this is for: when it is cancelled, the reading of layers ends
    public ImageContents(ImageStore store, Path folder, Reporter reporter) {
        this.store = store;
        this.folder = folder;
        this.reporter = reporter;
    }

    public ImageStore store() {
        return store;
    }

    public FlattenedImage of(StoredImage image) throws IOException {
        return of(image.layers());
    }

    /// @param layers bottom first
    public FlattenedImage of(List<Layer> layers) throws IOException {
        String key = key(layers.stream().map(Layer::digest).toList());
        FlattenedImage before = known.get(key);
        if (before != null) {
            return before;
        }
        FlattenedImage found = load(key, layers);
        known.put(key, found);
        return found;
    }

    private FlattenedImage load(String key, List<Layer> layers) throws IOException {
        openFolder();
        Path file = folder.resolve(key);
        Optional<List<FlattenedImage.Planned>> kept =
                Files.isRegularFile(file) ? ListingFile.decode(Files.readAllBytes(file)) : Optional.empty();
        if (kept.isPresent()) {
            return FlattenedImage.of(store, layers, kept.get(), reporter);
        }
        FlattenedImage read = FlattenedImage.of(store, layers, reporter);
        AtomicFile.writeUnforced(file, ListingFile.encode(read.plan()));
        return read;
    }

    private void openFolder() throws IOException {
        if (!opened) {
            Storage.createFolder(folder);
            AtomicFile.removeAbandoned(folder);
            opened = true;
        }
    }

    /// The name of the listing of these layers, bottom first.
    static String key(List<Digest> layers) throws IOException {
        try (DigestingOutputStream hash = new DigestingOutputStream(OutputStream.nullOutputStream())) {
            for (Digest layer : layers) {
                hash.write((layer + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return hash.digest().hex();
        }
    }
}
