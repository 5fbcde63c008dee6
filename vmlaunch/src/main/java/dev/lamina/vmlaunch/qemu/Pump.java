package dev.lamina.vmlaunch.qemu;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/// Work on a channel, by a thread of its own, until the channel ends.
final class Pump {
    interface Work {
        void run() throws IOException;
    }

    private Pump() {}

    /// @return completes when the channel has ended, however that was
    static CompletableFuture<Void> start(String name, Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().name(name).start(() -> {
            try {
                work.run();
                done.complete(null);
            } catch (IOException | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }
}
