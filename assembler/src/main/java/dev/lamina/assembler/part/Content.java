package dev.lamina.assembler.part;

import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.oci.BlobDescriptor;
import dev.lamina.assembler.oci.ImageStore;
import dev.lamina.model.value.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The bytes of a file that no image brings.
interface Content {

    /// Bytes.
    long size();

    /// Equal texts mean equal bytes.
    String identity();

    InputStream open() throws IOException;

    static Content of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String identity = Digest.of(Hashing.sha256().digest(bytes)).toString();
        return new Content() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public String identity() {
                return identity;
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
            public InputStream open() throws IOException {
                return store.openBlob(blob.digest());
            }
        };
    }
}
