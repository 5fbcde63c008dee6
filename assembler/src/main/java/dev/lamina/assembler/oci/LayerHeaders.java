package dev.lamina.assembler.oci;

import dev.lamina.assembler.fs.compress.Compression;
import dev.lamina.assembler.fs.tar.TarReader;
import dev.lamina.assembler.io.ArrayInputStream;
import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.io.Streams;
import dev.lamina.assembler.oci.FlattenedImage.Planned;
import dev.lamina.assembler.oci.LayeredTree.Place;
import dev.lamina.assembler.tree.TreeEntry;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entries of layers without their content, by the layers' digests. They are noted while a layer passes by on its
/// way into the store, so that the first build with it need not unpack it only to see what is in it.
///
/// A note that is missing or damaged is made again from the layer.
final class LayerHeaders {
    private final Path folder;

    private LayerHeaders(Path folder) {
        this.folder = folder;
    }

    static LayerHeaders open(Path folder) throws IOException {
        Storage.createFolder(folder);
        AtomicFile.removeAbandoned(folder);
        return new LayerHeaders(folder);
    }

    /// In the order of the layer.
    Optional<List<TreeEntry>> find(Digest layer) throws IOException {
        Path file = file(layer);
        return Files.isRegularFile(file)
                ? ListingFile.decode(Files.readAllBytes(file))
                        .map(plan -> plan.stream().map(Planned::entry).toList())
                : Optional.empty();
    }

    void put(Digest layer, List<TreeEntry> entries) throws IOException {
        List<Planned> plan = new ArrayList<>(entries.size());
        for (TreeEntry entry : entries) {
            plan.add(new Planned(entry, new Place(0, plan.size())));
        }
        AtomicFile.writeUnforced(file(layer), ListingFile.encode(plan));
    }

    private Path file(Digest layer) {
        return folder.resolve(layer.hex());
    }

    /// Copies everything from `content` to `out`.
    ///
    /// @return the entries when it is a tar, compressed or not; whether it is a good layer shows when it is used
    static Optional<List<TreeEntry>> copy(InputStream content, OutputStream out) throws IOException {
        Tee tee = new Tee(content, out);
        Optional<List<TreeEntry>> entries = entries(tee);
        Streams.drain(tee);
        return entries;
    }

    private static Optional<List<TreeEntry>> entries(Tee tee) throws IOException {
        List<TreeEntry> entries = new ArrayList<>();
        try {
            InputStream tar = Compression.decompress(tee);
            new TarReader(tar, "layer").streamTo((entry, content) -> entries.add(entry));
            Streams.drain(tar);
            return Optional.of(entries);
        } catch (IOException | LaminaException e) {
            tee.throwIfBroken();
            return Optional.empty();
        }
    }

    /// Passes on what is read through it. Nothing is read twice, so that what it fails with is told once more.
    private static final class Tee extends ArrayInputStream {
        private final InputStream in;
        private final OutputStream out;
        private @Nullable Exception failure;

        Tee(InputStream in, OutputStream out) {
            this.in = in;
            this.out = out;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            try {
                int read = in.read(bytes, offset, length);
                if (read > 0) {
                    out.write(bytes, offset, read);
                }
                return read;
            } catch (IOException | RuntimeException e) {
                failure = e;
                throw e;
            }
        }

        void throwIfBroken() throws IOException {
            switch (failure) {
                case IOException io -> throw io;
                case RuntimeException unchecked -> throw unchecked;
                case null, default -> {}
            }
        }
    }
}
