package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.io.ArrayInputStream;
import dev.lamina.assembler.io.Streams;
import java.io.IOException;
import java.io.InputStream;

/// A layer being decompressed. When that fails, the blob is read to its end: if it is damaged, that is what the caller
/// hears; otherwise the layer was never right.
final class LayerInput extends ArrayInputStream {
    private final InputStream blob;
    private final InputStream tar;
    private final Layer layer;

    LayerInput(InputStream blob, Layer layer) throws IOException {
        this.blob = blob;
        this.layer = layer;
        this.tar = opened();
    }

    private InputStream opened() throws IOException {
        try {
            return Compression.decompress(blob);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return tar.read(bytes, offset, length);
        } catch (IOException e) {
            throw explained(e);
        }
    }

    private BadImageException explained(IOException e) throws IOException {
        Streams.drain(blob); // throws when the blob is damaged
        blob.close();
        return new BadImageException("layer " + layer.digest(), "cannot be decompressed: " + e.getMessage(), e);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
