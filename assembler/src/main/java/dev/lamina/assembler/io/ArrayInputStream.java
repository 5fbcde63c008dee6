package dev.lamina.assembler.io;

import java.io.IOException;
import java.io.InputStream;

/// A stream that knows how to fill an array, and reads single bytes that way too.
public abstract class ArrayInputStream extends InputStream {
    @Override
    public final int read() throws IOException {
        return Streams.readOne(this);
    }

    @Override
    public abstract int read(byte[] bytes, int offset, int length) throws IOException;
}
