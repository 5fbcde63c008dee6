package dev.lamina.app.operation;

import dev.lamina.vmlaunch.screen.Terminal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Looks at the screen of a terminal sixty times a second, as a window does, until it is closed.
final class PlayedWindow implements AutoCloseable {
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("played-window").factory());
    private final AtomicLong longest = new AtomicLong();

    PlayedWindow(Terminal terminal) {
        pulse.scheduleAtFixedRate(() -> look(terminal), 0, 16_667, TimeUnit.MICROSECONDS);
    }

    /// How long one look took at most.
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    private void look(Terminal terminal) {
        long begun = System.nanoTime();
        terminal.screen();
        longest.accumulateAndGet(System.nanoTime() - begun, Math::max);
    }

    @Override
    public void close() {
        pulse.shutdownNow();
    }
}
