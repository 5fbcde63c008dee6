package dev.lamina.vmlaunch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// A file that grows, as a stream: where it ends now, reading waits for more, until whoever writes it has ended.
public final class FollowedFile extends InPieces {
    /// Somebody may type and look at what comes of it.
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel file;
    private final BooleanSupplier written;

    /// @param last how much of what is there already is wanted, in bytes
    /// @param written whether somebody may still write to it; asked often
    public FollowedFile(Path file, long last, BooleanSupplier written) throws IOException {
        this.file = FileChannel.open(file, StandardOpenOption.READ);
        this.file.position(Math.max(0, this.file.size() - last));
        this.written = written;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            // Asked first, so that the last words of the writer are read.
            boolean more = written.getAsBoolean();
            int count = file.read(ByteBuffer.wrap(bytes, offset, length));
            if (count >= 0 || !more) {
                return count;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException();
            }
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
