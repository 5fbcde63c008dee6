package dev.lamina.assembler.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file, of the size that it had at first.
final class FileSource implements ByteSource {
    private final Path file;
    private final long size;

    FileSource(Path file) throws IOException {
        this.file = file;
        this.size = Files.size(file);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public ByteBuffer read(long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new EOFException("there are only " + size + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (FileChannel channel = FileChannel.open(file)) {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, offset + bytes.position()) < 0) {
                    throw new EOFException(file + " became shorter");
                }
            }
        }
        return bytes.flip();
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
