package dev.lamina.assembler.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Many byte sequences kept on the disk for a while, one after the other in one file. The operating system removes that
/// file when the spool is closed, and also when the process is killed.
public final class Spool implements Closeable {
    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private long end;

    private Spool(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
    }

    /// Begins an empty one somewhere in `folder`.
    public static Spool in(Path folder) throws IOException {
        Storage.createFolder(folder);
        Path file = folder.resolve(".spool-" + UUID.randomUUID());
        return Storage.writing(folder, () -> new Spool(file));
    }

    /// Keeps everything that `content` holds, until the spool is closed. One sequence is added at a time.
    public synchronized ByteSource add(InputStream content) throws IOException {
        long start = end;
        byte[] buffer = new byte[CHUNK];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            write(ByteBuffer.wrap(buffer, 0, read), end);
            end += read;
        }
        return new Slice(start, end - start);
    }

    private void write(ByteBuffer bytes, long position) throws IOException {
        Storage.writing(file, () -> {
            long at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        });
    }

    /// Java closes a file when a thread that uses it is interrupted.
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class Slice implements ByteSource {
        private final long start;
        private final long size;

        Slice(long start, long size) {
            this.start = start;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public ByteBuffer read(long offset, int length) throws IOException {
            return new ChannelReads(channel, start, size, file.toString()).read(offset, length);
        }

        @Override
        public InputStream open() {
            return new ByteSourceInput(this);
        }
    }
}
