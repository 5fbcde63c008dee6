package dev.lamina.assembler.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// Reads a [ByteSource] from its first byte to its last.
final class ByteSourceInput extends InputStream {
    private final ByteSource source;
    private long at;

    ByteSourceInput(ByteSource source) {
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int count = (int) Math.min(length, source.size() - at);
        if (count == 0) {
            return -1;
        }
        ByteBuffer read = source.read(at, count);
        read.get(bytes, offset, count);
        at += count;
        return count;
    }
}
