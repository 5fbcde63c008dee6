package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// Hands on what other threads tell, in its order, on the thread of the window: as much at a time as there is, so that
/// a flood costs one turn and not one for each.
final class Incoming<T> {
    private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean called = new AtomicBoolean();
    private final Background background;
    private final Consumer<List<T>> taker;

    Incoming(Background background, Consumer<List<T>> taker) {
        this.background = background;
        this.taker = taker;
    }

    /// From any thread.
    void add(T told) {
        waiting.add(told);
        if (called.compareAndSet(false, true)) {
            background.onWindow(this::hand);
        }
    }

    /// On the thread of the window: what was told so far, now.
    void hand() {
        called.set(false);
        List<T> some = new ArrayList<>();
        for (T next = waiting.poll(); next != null; next = waiting.poll()) {
            some.add(next);
        }
        if (!some.isEmpty()) {
            taker.accept(some);
        }
    }
}
