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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Delivers events in order by one thread, and what came before to those who listen later. A guest may send events
/// without end, so only the newest are kept, and while a listener is that far behind, those of the guest are dropped.
public final class EventLog {
    private static final int KEPT = 10_000;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("vm-events").factory());
    private final Deque<VmEvent> history = new ArrayDeque<>();
    private final List<Consumer<VmEvent>> listeners = new ArrayList<>();
    private final AtomicInteger waiting = new AtomicInteger();

    public void publish(VmEvent event) {
        if (event instanceof VmEvent.Guest && waiting.get() >= KEPT) {
            return;
        }
        waiting.incrementAndGet();
        submit(() -> {
            waiting.decrementAndGet();
            kept(event).forEach(listener -> listener.accept(event));
        });
    }

    /// @return whom it is to be told
    private synchronized List<Consumer<VmEvent>> kept(VmEvent event) {
        history.addLast(event);
        if (history.size() > KEPT) {
            history.removeFirst();
        }
        return List.copyOf(listeners);
    }

    public Subscription listen(Consumer<VmEvent> listener) {
        submit(() -> added(listener).forEach(listener));
        return () -> submit(() -> remove(listener));
    }

    /// @return what came before
    private synchronized List<VmEvent> added(Consumer<VmEvent> listener) {
        listeners.add(listener);
        return List.copyOf(history);
    }

    private synchronized void remove(Consumer<VmEvent> listener) {
        listeners.remove(listener);
    }

    private void submit(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            // After the last event there is nobody to tell anything; a late listener gets the history at once.
            task.run();
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
