package dev.lamina.assembler.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Bytes that stay where they are and can be read at any place, any number of times.
public interface ByteSource {
    long size();

    /// Exactly `length` bytes.
    ///
    /// @throws java.io.EOFException not that many are there
    ByteBuffer read(long offset, int length) throws IOException;

    /// All bytes from the first.
    InputStream open() throws IOException;

    static ByteSource of(byte[] bytes) {
        return new ByteArraySource(bytes);
    }

    /// Of a regular file, which should not change meanwhile.
    static ByteSource of(Path file) throws IOException {
        return new FileSource(file);
    }
}
