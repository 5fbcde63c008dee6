package dev.lamina.assembler.oci;

import dev.lamina.assembler.oci.FlattenedImage.LayerSource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The layers of a store: blobs of which it is noted what is in them, the headers on their way in, the
/// digests of the contents when somebody asks.
final class LayerStore {
    private static final int DEFAULT_LEVEL = 10;

    private final BlobStore blobs;
    private final LayerHeaders headers;
    private final Path contents;

    private LayerStore(BlobStore blobs, LayerHeaders headers, Path contents) {
        this.blobs = blobs;
        this.headers = headers;
        this.contents = contents;
    }

    /// @param dir of the store
    static LayerStore open(Path dir, BlobStore blobs) throws IOException {
        return new LayerStore(blobs, LayerHeaders.open(headers(dir)), contents(dir));
    }

    /// The folder of the notes about headers.
    static Path headers(Path dir) {
        return dir.resolve("headers");
    }

    /// The folder of the notes about the digests of what is in layers.
    static Path contents(Path dir) {
        return dir.resolve("contents");
    }

    /// Ends the writing of a blob.
    @FunctionalInterface
    private interface Publishing {
        BlobDescriptor of(BlobStore.BlobWriter blob) throws IOException;
    }

    /// Copies a layer into the store: a tar, compressed or not.
    BlobDescriptor put(InputStream content) throws IOException {
        return put(content, BlobStore.BlobWriter::publish);
    }

    /// As [#put], for what must be what `digest` names.
    ///
    /// @param source where it comes from, for messages
    BlobDescriptor putVerified(InputStream content, Digest digest, String source) throws IOException {
        return put(content, blob -> blob.publishAs(digest, source));
    }

    private BlobDescriptor put(InputStream content, Publishing publishing) throws IOException {
        try (BlobStore.BlobWriter blob = blobs.writer()) {
            Optional<List<TreeEntry>> entries = LayerHeaders.copy(content, blob.output());
            BlobDescriptor stored = publishing.of(blob);
            if (entries.isPresent()) {
                headers.put(stored.digest(), entries.get());
            }
            return stored;
        }
    }

    /// Compresses as [#writer(int)] with the level of a release.
    LayerWriter writer() throws IOException {
        return writer(DEFAULT_LEVEL);
    }

    /// @param level of zstd
    LayerWriter writer(int level) throws IOException {
        return new LayerWriter(blobs.writer(), headers, contents, level);
    }

    /// The layer's tar, decompressed.
    InputStream open(Layer layer) throws IOException {
        return new LayerInput(blobs.open(layer.digest()), layer);
    }

    /// The entries of a layer, without content, in their order. Reads the layer if it did not come by way of
    /// this class.
    List<TreeEntry> headers(Layer layer, LayerSource source) throws IOException {
        Optional<List<TreeEntry>> noted = headers.find(layer.digest());
        if (noted.isPresent()) {
            return noted.get();
        }
        List<TreeEntry> entries = LayerFlattener.headers(source);
        headers.put(layer.digest(), entries);
        return entries;
    }

    /// The digests of what is in a layer. Reads the layer when nobody asked before.
    LayerDigests contents(Layer layer, LayerSource source, Reporter reporter) throws IOException {
        Optional<LayerDigests> noted = LayerDigests.find(contents, layer.digest());
        if (noted.isPresent()) {
            return noted.get();
        }
        LayerDigests digests = LayerDigests.of(source, reporter);
        digests.write(contents, layer.digest());
        return digests;
    }
}
