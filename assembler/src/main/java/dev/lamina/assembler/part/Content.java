package dev.lamina.assembler.part;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.model.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The bytes of a file that no image brings.
interface Content {

    /// Bytes.
    long size();

    /// Equal texts mean equal bytes.
    String identity();

    InputStream open() throws IOException;

    /// Of the bytes, when it is known.
    default Optional<Digest> digest() {
        return Optional.empty();
    }

    static Content of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Digest digest = Hashing.digest(bytes);
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public String identity() {
                return digest.toString();
            }

            @Override
            public Optional<Digest> digest() {
                return Optional.of(digest);
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    static Content of(ImageStore store, BlobDescriptor blob) {
        return new Content() {
            @Override
            public long size() {
                return blob.size();
            }

            @Override
            public String identity() {
                return blob.digest().toString();
            }

            @Override
            public Optional<Digest> digest() {
                return Optional.of(blob.digest());
            }

            @Override
            public InputStream open() throws IOException {
                return store.openBlob(blob.digest());
            }
        };
    }
}
