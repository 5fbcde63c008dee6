package dev.lamina.assembler.fs.compress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The output of a decoder that may be fed by an attacker. Stops a decompression bomb: an output longer than was
/// declared, or, when nothing was declared, a large one that is more than 50,000 times its input (zstd makes 32,000 of
/// zeros). Whatever a decoder throws leaves as an [IOException].
final class BoundedOutput extends FilterInputStream {
    private static final long HARMLESS = 256L << 20;
    private static final long MAX_RATIO = 50_000;

    private final Counter input;
    private final long maxBytes;
    private long produced;

    BoundedOutput(InputStream in, Counter input, long maxBytes) {
        super(in);
        this.input = input;
        this.maxBytes = maxBytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xFF;
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
            if (e instanceof dev.lamina.model.problem.LaminaException) {
                throw e;
            }
            throw new IOException("the compressed data is damaged", e);
        }
    }

    private void check() throws IOException {
        if (produced > maxBytes) {
            throw new IOException("the compressed data holds more than the " + maxBytes + " bytes that it should");
        }
        if (produced > HARMLESS && produced / MAX_RATIO > input.count) {
            throw new IOException("the compressed data unpacks to more than " + MAX_RATIO + " times its size");
        }
    }

    /// Reads what it skips, so that it is counted.
    @Override
    public long skip(long wanted) throws IOException {
        byte[] buffer = new byte[(int) Math.min(1 << 16, Math.max(1, wanted))];
        long skipped = 0;
        while (skipped < wanted) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, wanted - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /// Counts what the decoder takes.
    static final class Counter extends FilterInputStream {
        private long count;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = in.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
