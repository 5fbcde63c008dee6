package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.DigestingInputStream;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.SealedBytes;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.oci.FlattenedImage.LayerSource;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.assembler.tree.TreeEntry.Kind;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// The digests of the contents of a layer's entries, in their order. Found out when the layer is made here, otherwise
/// when somebody asks, and noted by the layer's digest.
///
/// A note is 32 bytes for each entry (zeros for what is no file), in [SealedBytes].
final class LayerDigests {
    private static final int BYTES = 32;

    private final byte[] digests;

    private LayerDigests(byte[] digests) {
        this.digests = digests;
    }

    /// @param position of a file in the layer
    Digest at(int position) {
        return Digest.of(Arrays.copyOfRange(digests, position * BYTES, (position + 1) * BYTES));
    }

    static LayerDigests of(LayerSource layer, Reporter reporter) throws IOException {
        Collector digests = new Collector();
        try (Reporter.Step step = reporter.begin("hashing the files of " + shortName(layer))) {
            LayerFlattener.read(
                    layer, (entry, content) -> digests.accept(entry, new ReportedInput(content, step), Streams::drain));
        }
        return digests.all();
    }

    /// Takes the entries one by one, in their order.
    static final class Collector {
        private final ByteArrayOutputStream digests = new ByteArrayOutputStream();

        /// Reads the content to its end.
        interface Reading {
            void read(InputStream content) throws IOException;
        }

        /// @param reading must read all of a file
        void accept(TreeEntry entry, InputStream content, Reading reading) throws IOException {
            if (entry.kind() != Kind.FILE) {
                reading.read(content);
                digests.write(new byte[BYTES]);
                return;
            }
            DigestingInputStream in = new DigestingInputStream(content);
            reading.read(in);
            digests.write(HexFormat.of().parseHex(in.digest().hex()));
        }

        LayerDigests all() {
            return new LayerDigests(digests.toByteArray());
        }
    }

    private static String shortName(LayerSource layer) {
        return layer.name().substring(0, Math.min(layer.name().length(), "layer sha256:0123456789ab".length()));
    }

    /// Empty when there is no note, or a damaged one.
    static Optional<LayerDigests> find(Path folder, Digest layer) throws IOException {
        Path file = folder.resolve(layer.hex());
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        return SealedBytes.open(Files.readAllBytes(file))
                .filter(digests -> digests.length % BYTES == 0)
                .map(LayerDigests::new);
    }

    void write(Path folder, Digest layer) throws IOException {
        Storage.createFolder(folder);
        AtomicFile.removeAbandoned(folder);
        AtomicFile.writeUnforced(folder.resolve(layer.hex()), SealedBytes.seal(digests));
    }
}
