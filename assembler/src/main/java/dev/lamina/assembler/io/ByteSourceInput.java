package dev.lamina.assembler.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Reads a [ByteSource] from its first byte to its last.
final class ByteSourceInput extends ArrayInputStream {
    private final ByteSource source;
    private long at;

    ByteSourceInput(ByteSource source) {
        this.source = source;
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
