package dev.lamina.assembler.io;

import dev.lamina.model.value.Digest;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/// Passes bytes on, and counts and hashes them on the way.
public final class DigestingOutputStream extends FilterOutputStream {
    private final MessageDigest sha256 = Hashing.sha256();
    private long count;

    public DigestingOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        sha256.update((byte) b);
        count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        sha256.update(bytes, offset, length);
        count += length;
    }

    public long count() {
        return count;
    }

    /// The digest of everything written. Ends the hashing: call it once, after the last byte.
    public Digest digest() {
        return Digest.of(sha256.digest());
    }
}
