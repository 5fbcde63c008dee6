package dev.lamina.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets the work leave in order when the user presses Ctrl-C: the process ends when the work has cleaned up after
/// itself, at the latest after some seconds, with the exit code that the signal gives it (130 for Ctrl-C).
final class Interruption {
    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean requested;

    Interruption(Thread worker) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupt(worker), "interruption"));
    }

    private void interrupt(Thread worker) {
        if (done.getCount() == 0) {
            return;
        }
        requested = true;
        worker.interrupt();
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean requested() {
        return requested;
    }

    void workIsDone() {
        done.countDown();
    }
}
