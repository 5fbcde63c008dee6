package dev.lamina.vmlaunch.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/// Work that waits inside of the system, in a thread of its own.
public final class InThread {
    private InThread() {}

    public static <T> CompletableFuture<T> start(Callable<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
