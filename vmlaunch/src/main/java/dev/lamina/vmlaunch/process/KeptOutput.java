package dev.lamina.vmlaunch.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The beginning of what a program prints. All of it is read, by a thread of its own, so that no program ever waits
/// for a reader.
final class KeptOutput {
    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<Void> read = new CompletableFuture<>();

    private KeptOutput(int most) {
        this.most = most;
    }

    /// Starts reading at once.
    ///
    /// @param most how many bytes are kept
    static KeptOutput of(InputStream stream, int most) {
        KeptOutput output = new KeptOutput(most);
        Thread.ofVirtual().name("program-output").start(() -> output.drain(stream));
        return output;
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            // The program was ended in the middle of a word; what it said before is kept.
        } finally {
            read.complete(null);
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        kept.write(buffer, 0, Math.min(count, most - kept.size()));
    }

    /// What came so far.
    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }

    /// To be asked for when the program has ended: completes when all was read, and after a second at the latest,
    /// because what the program has started may hold the pipe open.
    CompletableFuture<Void> rest() {
        return read.copy().completeOnTimeout(null, 1, TimeUnit.SECONDS);
    }
}
