package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.AtomicFile;
import dev.lamina.assembler.io.DigestingOutputStream;
import dev.lamina.assembler.io.NotWritableException;
import dev.lamina.assembler.io.ReportedInput;
import dev.lamina.assembler.io.Storage;
import dev.lamina.assembler.io.Streams;
import dev.lamina.model.progress.Reporter;
import dev.lamina.model.value.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// The content-addressed part of the store: `blobs/sha256/HEX`.
final class BlobStore {
    private final Path blobs;
    private final Path ingest;
    private final StoreUse use;

    private BlobStore(Path blobs, Path ingest, StoreUse use) {
        this.blobs = blobs;
        this.ingest = ingest;
        this.use = use;
    }

    static BlobStore open(Path dir, StoreUse use) throws IOException {
        BlobStore store = new BlobStore(dir.resolve("blobs").resolve("sha256"), dir.resolve("ingest"), use);
        Storage.createFolder(store.blobs);
        Storage.createFolder(store.ingest);
        AtomicFile.removeAbandoned(store.ingest);
        return store;
    }

    /// Where blobs are that come bit by bit.
    ///
    /// @param dir of the store
    static Path partial(Path dir) {
        return dir.resolve("partial");
    }

    Path file(Digest digest) {
        return blobs.resolve(digest.hex());
    }

    /// Whether the blob is there. From now on [StorePrune] leaves it alone until the store is closed.
    boolean has(Digest digest) {
        Path file = file(digest);
        use.touch(file);
        return Files.isRegularFile(file);
    }

    long size(Digest digest) throws IOException {
        try {
            return Files.size(file(digest));
        } catch (NoSuchFileException e) {
            throw new CorruptBlobException(digest, file(digest), "is missing", e);
        }
    }

    /// Where files are while they are written.
    Path ingest() {
        return ingest;
    }

    /// As [#has], by somebody who only looks.
    boolean isFile(Digest digest) {
        return Files.isRegularFile(file(digest));
    }

    /// A file in the folder of unfinished ones, which another process removes should this one be killed.
    Path temporaryFile() {
        return AtomicFile.temporaryName(ingest);
    }

    BlobWriter writer() throws IOException {
        return new BlobWriter(AtomicFile.in(ingest));
    }

    BlobDescriptor put(InputStream content) throws IOException {
        try (BlobWriter writer = writer()) {
            content.transferTo(writer.output());
            return writer.publish();
        }
    }

    BlobDescriptor put(byte[] content) throws IOException {
        try (BlobWriter writer = writer()) {
            writer.output().write(content);
            return writer.publish();
        }
    }

    InputStream open(Digest digest) throws IOException {
        use.touch(file(digest));
        return openUntouched(digest);
    }

    private InputStream openUntouched(Digest digest) throws IOException {
        Path file = file(digest);
        try {
            return new VerifiedBlob(new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest, file);
        } catch (NoSuchFileException e) {
            throw new CorruptBlobException(digest, file, "is missing", e);
        }
    }

    /// A small blob, verified.
    byte[] read(Digest digest, int maxBytes) throws IOException {
        use.touch(file(digest));
        return readUntouched(digest, maxBytes);
    }

    /// As [#read], by somebody who only looks.
    byte[] readUntouched(Digest digest, int maxBytes) throws IOException {
        try (InputStream in = openUntouched(digest)) {
            byte[] bytes = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new BadImageException(digest.toString(), "is larger than " + maxBytes + " bytes");
            }
            return bytes;
        }
    }

    /// A manifest, an index or a config.
    ObjectNode document(Digest digest) throws IOException {
        return OciJson.parse(read(digest, OciJson.MAX_BYTES), digest.toString());
    }

    /// As [#has], for what must be there.
    ///
    /// @throws CorruptBlobException it is not
    void require(Digest digest) {
        if (!has(digest)) {
            throw new CorruptBlobException(digest, file(digest), "is missing", null);
        }
    }

    /// Whether its bytes are what its name says; they go past `step`.
    boolean isIntact(Digest digest, Reporter.Step step) throws IOException {
        try (InputStream in = new ReportedInput(openUntouched(digest), step)) {
            Streams.drain(in);
            return true;
        } catch (CorruptBlobException e) {
            return false;
        }
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(blobs)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    /// A blob on its way into the store.
    final class BlobWriter implements AutoCloseable {
        private final AtomicFile file;
        private final DigestingOutputStream out;

        private BlobWriter(AtomicFile file) {
            this.file = file;
            this.out = new DigestingOutputStream(file.output());
        }

        OutputStream output() {
            return out;
        }

        /// Also replaces a blob that is there: should that one be damaged, it is whole again.
        BlobDescriptor publish() throws IOException {
            return publish(out.digest());
        }

        /// Refuses content that is not what `wanted` names.
        BlobDescriptor publishAs(Digest wanted, String source) throws IOException {
            Digest found = out.digest();
            if (!found.equals(wanted)) {
                throw new BadImageException(source, "the blob " + wanted + " has the digest " + found);
            }
            return publish(found);
        }

        private BlobDescriptor publish(Digest digest) throws IOException {
            BlobDescriptor blob = new BlobDescriptor(digest, out.count());
            Path target = file(digest);
            try {
                file.publish(target);
            } catch (NotWritableException e) {
                // Windows does not replace a file that someone reads; that it is read means that it is there
                boolean there = e.getCause() instanceof AccessDeniedException
                        && Files.isRegularFile(target)
                        && Files.size(target) == blob.size();
                if (!there) {
                    throw e;
                }
            }
            return blob;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
