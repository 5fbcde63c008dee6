package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.compress.ZstdOutput;
import dev.lamina.assembler.fs.tar.TarWriter;
import dev.lamina.assembler.io.DigestingOutputStream;
import dev.lamina.assembler.tree.EntrySink;
import dev.lamina.assembler.tree.TreeEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes entries as a new layer of the store: a tar with zstd, hashed with and without compression in one pass.
/// The same entries give the same layer. A layer that is not finished leaves nothing behind.
public final class LayerWriter implements EntrySink, Closeable {
    private final BlobStore.BlobWriter blob;
    private final DigestingOutputStream plain;
    private final TarWriter tar;
    private final LayerHeaders headers;
    private final Path contents;
    private final List<TreeEntry> entries = new ArrayList<>();
    private final LayerDigests.Collector digests = new LayerDigests.Collector();

    /// @param contents the folder of the digests of what is in layers
    LayerWriter(BlobStore.BlobWriter blob, LayerHeaders headers, Path contents, int level) throws IOException {
        this.blob = blob;
        this.headers = headers;
        this.contents = contents;
        this.plain = new DigestingOutputStream(new ZstdOutput(blob.output(), level));
        this.tar = new TarWriter(plain);
    }

    @Override
    public void accept(TreeEntry entry, InputStream content) throws IOException {
        digests.accept(entry, content, bytes -> tar.accept(entry, bytes));
        entries.add(entry);
    }

    /// Ends the layer and puts it into the store. Nothing may be written afterwards.
    public Layer finish() throws IOException {
        tar.close();
        BlobDescriptor stored = blob.publish();
        headers.put(stored.digest(), entries);
        digests.all().write(contents, stored.digest());
        return new Layer(Layer.TAR_ZSTD, stored.digest(), stored.size(), plain.digest());
    }

    @Override
    public void close() throws IOException {
        try (blob) {
            tar.close(); // frees the compressor's memory
        }
    }
}
