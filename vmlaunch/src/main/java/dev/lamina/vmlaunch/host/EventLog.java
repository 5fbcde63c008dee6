package dev.lamina.vmlaunch.host;

import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Delivers events in order by one thread, and what came before to those who listen later. A guest may send
/// events without end, so only the newest are kept.
public final class EventLog {
    private static final int KEPT = 10_000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("vm-events").factory());
    private final Deque<VmEvent> history = new ArrayDeque<>();
    private final List<Consumer<VmEvent>> listeners = new ArrayList<>();

    public void publish(VmEvent event) {
        submit(() -> {
            history.addLast(event);
            if (history.size() > KEPT) {
                history.removeFirst();
            }
            List.copyOf(listeners).forEach(listener -> listener.accept(event));
        });
    }

    public Subscription listen(Consumer<VmEvent> listener) {
        submit(() -> {
            history.forEach(listener);
            listeners.add(listener);
        });
        return () -> submit(() -> listeners.remove(listener));
    }

    private void submit(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            // After the last event there is nobody to tell anything; a late listener gets the history at once.
            synchronized (this) {
                task.run();
            }
        }
    }

    /// Delivers what is under way. Later listeners still get the history.
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
