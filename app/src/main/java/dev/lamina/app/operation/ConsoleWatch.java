package dev.lamina.app.operation;

import dev.lamina.vmlaunch.screen.Terminal;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Looks at the screen of a terminal sixty times a second, as a window does, until it is closed.
final class ConsoleWatch implements AutoCloseable {
    private final ScheduledExecutorService pulse = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("console-watch").factory());
    private final AtomicLong longest = new AtomicLong();

    ConsoleWatch(Terminal terminal) {
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
