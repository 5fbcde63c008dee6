package dev.lamina.vmlaunch.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// A program that dies with this process. Its output is drained and the beginning of it kept.
public final class GuardedProcess {
    private static final int KEPT_OUTPUT = 16 * 1024;

    private final Process process;
    private final boolean guarded;
    private final KeptOutput output;
    private final CompletableFuture<Integer> exit;

    /// @param guarded the process is a guard that waits for the end of its input
    GuardedProcess(Process process, boolean guarded) {
        this.process = process;
        this.guarded = guarded;
        this.output = KeptOutput.of(process.getInputStream(), KEPT_OUTPUT);
        this.exit = process.onExit().thenCompose(ended -> output.rest().thenApply(none -> ended.exitValue()));
    }

    /// The beginning of what the program printed so far.
    public String output() {
        return output.text();
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
        ProcessRunner.end(process);
    }
}
