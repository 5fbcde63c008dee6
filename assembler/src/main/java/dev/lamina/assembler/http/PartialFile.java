package dev.lamina.assembler.http;

import dev.lamina.assembler.io.BusyFiles;
import dev.lamina.assembler.io.Hashing;
import dev.lamina.assembler.io.Storage;
import dev.lamina.model.value.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;

/// A file that is being downloaded. What has come stays on the disk when the download ends early, and the next one goes
/// on from there. The hash is computed along the way.
public final class PartialFile implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest sha256 = Hashing.sha256();
    private long position;

    private PartialFile(Path file) throws IOException {
        this.file = file;
        this.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /// Nobody else may have it open.
    public static PartialFile open(Path file) throws IOException {
        PartialFile partial = Storage.writing(file, () -> new PartialFile(file));
        try {
            partial.hashWhatIsThere();
            return partial;
        } catch (Throwable e) {
            partial.close();
            throw e;
        }
    }

    private void hashWhatIsThere() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        while (channel.read(buffer) >= 0) {
            position += buffer.position();
            sha256.update(buffer.flip());
            buffer.clear();
        }
    }

    /// How many bytes there are.
    public long position() {
        return position;
    }

    /// Appends all of them, in their order.
    public void append(List<ByteBuffer> chunk) throws IOException {
        for (ByteBuffer bytes : chunk) {
            position += bytes.remaining();
            sha256.update(bytes.duplicate());
        }
        ByteBuffer[] all = chunk.toArray(ByteBuffer[]::new);
        ByteBuffer last = all[all.length - 1];
        Storage.writing(file, () -> {
            while (last.hasRemaining()) {
                channel.write(all);
            }
        });
    }

    /// Forgets everything.
    public void restart() throws IOException {
        channel.truncate(0);
        channel.position(0);
        sha256.reset();
        position = 0;
    }

    /// The hash of all bytes. Call it once; then restart, or publish.
    public Digest digest() {
        return Digest.of(sha256.digest());
    }

    public void publish(Path target) throws IOException {
        Storage.writing(target, () -> {
            channel.force(true);
            channel.close();
            BusyFiles.retry(
                    target,
                    () -> Files.move(
                            file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
        });
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
