package dev.lamina.assembler.io;

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
        try (FileChannel channel = FileChannel.open(file)) {
            return new ChannelReads(channel, 0, size, file.toString()).read(offset, length);
        }
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(file);
    }
}
