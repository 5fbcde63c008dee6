package dev.lamina.assembler.oci;

import dev.lamina.assembler.io.DigestingInputStream;
import dev.lamina.assembler.io.Streams;
import dev.lamina.model.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// A blob of the store, whose digest is checked at its end. A stream that is closed shortly before is read
/// to its end first, so that nobody misses the damage. Who closes it long before has given up, and waits for
/// nothing.
final class VerifiedBlob extends InputStream {
    /// Read and hashed in a few thousandths of a second.
    private static final long LITTLE = 1 << 20;

    private final DigestingInputStream in;
    private final Digest expected;
    private final Path file;
    private boolean checked;

    VerifiedBlob(InputStream in, Digest expected, Path file) {
        this.in = new DigestingInputStream(in);
        this.expected = expected;
        this.file = file;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b < 0) {
            check();
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read < 0) {
            check();
        }
        return read;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    private void check() {
        if (!checked) {
            checked = true;
            Digest found = in.digest();
            if (!found.equals(expected)) {
                throw new CorruptBlobException(expected, file, "is damaged: its digest is " + found, null);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (in) {
            if (!checked) {
                Streams.drain(this, LITTLE);
            }
        }
    }
}
