package dev.lamina.assembler.io;

import dev.lamina.model.value.Digest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// Counts and hashes the bytes that are read through it.
public final class DigestingInputStream extends FilterInputStream {
    private final MessageDigest sha256 = Hashing.sha256();
    private long count;

    public DigestingInputStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            sha256.update((byte) b);
            count++;
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = in.read(bytes, offset, length);
        if (read > 0) {
            sha256.update(bytes, offset, read);
            count += read;
        }
        return read;
    }

    /// Reads what it skips, since skipped bytes belong to the digest too.
    @Override
    public long skip(long wanted) throws IOException {
        return Streams.skipByReading(this, wanted);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    public long count() {
        return count;
    }

    /// The digest of everything read so far. Ends the hashing: call it once.
    public Digest digest() {
        return Digest.of(sha256.digest());
    }
}
