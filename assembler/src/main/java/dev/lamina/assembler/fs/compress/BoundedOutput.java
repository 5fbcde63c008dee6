package dev.lamina.assembler.fs.compress;

import dev.lamina.assembler.io.CountingInputStream;
import dev.lamina.assembler.io.Streams;
import dev.lamina.model.problem.LaminaException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The output of a decoder that may be fed by an attacker. Stops a decompression bomb: an output longer than was
/// declared, or, when nothing was declared, a large one that is more than 50,000 times its input (zstd makes 32,000 of
/// zeros). Whatever a decoder throws leaves as an [IOException].
final class BoundedOutput extends FilterInputStream {
    private static final long HARMLESS = 256L << 20;
    private static final long MAX_RATIO = 50_000;

    private final CountingInputStream input;
    private final long maxBytes;
    private long produced;

    BoundedOutput(InputStream in, CountingInputStream input, long maxBytes) {
        super(in);
        this.input = input;
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        return Streams.readOne(this);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = readDecoded(bytes, offset, length);
        if (read > 0) {
            produced += read;
            check();
        }
        return read;
    }

    private int readDecoded(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (RuntimeException e) {
            if (e instanceof LaminaException) {
                throw e;
            }
            throw new IOException("the compressed data is damaged", e);
        }
    }

    private void check() throws IOException {
        if (produced > maxBytes) {
            throw new IOException("the compressed data holds more than the " + maxBytes + " bytes that it should");
        }
        if (produced > HARMLESS && produced / MAX_RATIO > input.count()) {
            throw new IOException("the compressed data unpacks to more than " + MAX_RATIO + " times its size");
        }
    }

    /// Reads what it skips, so that it is counted.
    @Override
    public long skip(long wanted) throws IOException {
        return Streams.skipByReading(this, wanted);
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
