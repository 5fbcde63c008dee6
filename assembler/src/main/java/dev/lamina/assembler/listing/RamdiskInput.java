package dev.lamina.assembler.listing;

import dev.lamina.assembler.fs.cpio.CpioReader;
import dev.lamina.assembler.io.CountingInputStream;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Streams;
import dev.lamina.model.value.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/// An initial ramdisk: microcode comes first, and not compressed.
final class RamdiskInput extends CountingInputStream {
    private final MessageDigest sha256 = Hashing.sha256();
    private boolean hashing = true;

    RamdiskInput(InputStream in) {
        super(new BufferedInputStream(in, 1 << 16));
    }

    /// @return how many bytes these were
    long skipUncompressed() throws IOException {
        for (int next = peek(); next == 0 || next == '0'; next = peek()) {
            if (next == 0) {
                read();
            } else {
                new CpioReader(this).streamOne((entry, content) -> {});
            }
        }
        if (peek() < 0) {
            throw new IOException("nothing in it is compressed");
        }
        hashing = false;
        return count();
    }

    /// Of what was skipped.
    Digest digest() {
        return Digest.of(sha256.digest());
    }

    private int peek() throws IOException {
        in.mark(1);
        int next = in.read();
        in.reset();
        return next;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        if (hashing && b >= 0) {
            sha256.update((byte) b);
        }
        return b;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (hashing && read > 0) {
            sha256.update(bytes, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return Streams.skipByReading(this, wanted);
    }
}
