package dev.lamina.assembler.io;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Bytes in memory.
final class ByteArraySource implements ByteSource {
    private final byte[] bytes;

    ByteArraySource(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public ByteBuffer read(long offset, int length) throws EOFException {
        if (offset < 0 || length < 0 || offset > bytes.length - length) {
            throw new EOFException("there are only " + bytes.length + " bytes");
        }
        return ByteBuffer.wrap(bytes, (int) offset, length).slice();
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }
}
