package dev.lamina.app.studio.testing;

import dev.lamina.app.studio.base.Background;
import dev.lamina.model.progress.Reporter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does one thing after the other when the test says so, on its thread; delays never end.
public final class HeldBackground implements Background {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        waiting.add(() -> new DirectBackground().compute(work, done, failed));
    }

    @Override
    public <T> Job start(String label, Function<Reporter, T> work, Consumer<T> done, Consumer<Exception> failed) {
        waiting.add(() -> new DirectBackground().start(label, work, done, failed));
        return () -> {};
    }

    @Override
    public Job later(Duration delay, Runnable task) {
        return () -> {};
    }

    @Override
    public void onWindow(Runnable task) {
        task.run();
    }

    /// Does what was started first.
    public void next() {
        waiting.removeFirst().run();
    }

    /// Does all that was started, and what comes of it.
    public void all() {
        while (!waiting.isEmpty()) {
            next();
        }
    }
}
