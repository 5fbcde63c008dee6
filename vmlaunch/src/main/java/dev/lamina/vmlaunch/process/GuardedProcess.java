package dev.lamina.vmlaunch.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A program that dies with this process. Its output is drained and the beginning of it kept.
public final class GuardedProcess {
    private static final int KEPT_OUTPUT = 16 * 1024;

    private final Process process;
    private final boolean guarded;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> exit;

    /// @param guarded the process is a guard that waits for the end of its input
    GuardedProcess(Process process, boolean guarded) {
        this.process = process;
        this.guarded = guarded;
        CompletableFuture<Void> drained = new CompletableFuture<>();
        Thread.ofVirtual().name("vm-stderr").start(() -> drain(drained));
        this.exit = process.onExit()
                // A grandchild may hold the pipe open; the exit code must not wait for it.
                .thenCombine(drained.completeOnTimeout(null, 1, TimeUnit.SECONDS), (ended, none) -> ended.exitValue());
    }

    private void drain(CompletableFuture<Void> drained) {
        byte[] buffer = new byte[4096];
        try (InputStream stream = process.getInputStream()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                keep(buffer, count);
            }
        } catch (IOException e) {
            keep(new byte[0], 0);
        } finally {
            drained.complete(null);
        }
    }

    private synchronized void keep(byte[] buffer, int count) {
        output.write(buffer, 0, Math.min(count, KEPT_OUTPUT - output.size()));
    }

    /// The beginning of what the program printed so far.
    public synchronized String output() {
        return output.toString(StandardCharsets.UTF_8);
    }

    /// Completes with the exit code when the program has ended and its output was read.
    public CompletableFuture<Integer> onExit() {
        return exit.copy();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Waits for the end.
    ///
    /// @return the exit code, or empty after the time-out
    public OptionalInt waitFor(Duration timeout) throws InterruptedException {
        return process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /// Sends the program the signal TERM and leaves it at that. (On Windows: ends it.)
    public void terminate() {
        if (!guarded) {
            process.destroy();
            return;
        }
        try {
            process.getOutputStream().write("term\n".getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
        } catch (IOException e) {
            // The guard is gone, and with it the program.
            return;
        }
    }

    /// Ends the program: politely, then, after two seconds, by force. Does not wait. (On Windows: by force.)
    public void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The guard is gone, and with it the program.
            return;
        }
        if (!guarded) {
            process.destroy();
        }
    }

    /// Ends the program and its guard at once.
    public void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
