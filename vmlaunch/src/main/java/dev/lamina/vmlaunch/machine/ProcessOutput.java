package dev.lamina.vmlaunch.machine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/// The end of a machine's process and the end of its output, which may come in either order.
public final class ProcessOutput {
    /// For output that is still under way when the process has ended, and for a listener that is slow with it.
    private static final Duration LAST_OUTPUT = Duration.ofSeconds(2);

    private ProcessOutput() {}

    /// Goes on when both have come, by a thread of its own.
    ///
    /// @param finish takes the exit code of the process
    public static void onEnd(CompletableFuture<Integer> process, CompletableFuture<Void> output, IntConsumer finish) {
        process.thenAcceptAsync(
                code -> {
                    awaitRest(output);
                    finish.accept(code);
                },
                task -> Thread.ofVirtual().name("machine-end").start(task));
    }

    /// Waits for output that is still under way, not for longer than it may take.
    public static void awaitRest(CompletableFuture<Void> output) {
        output.completeOnTimeout(null, LAST_OUTPUT.toMillis(), TimeUnit.MILLISECONDS)
                .handle((done, failure) -> 0)
                .join();
    }
}
