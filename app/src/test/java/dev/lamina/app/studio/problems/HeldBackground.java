package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.model.progress.Reporter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does nothing until the test lets it.
final class HeldBackground implements Background {
    private final DirectBackground direct = new DirectBackground();
    private final Deque<Runnable> held = new ArrayDeque<>();

    @Override
    public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        held.add(() -> direct.compute(work, done, failed));
    }

    @Override
    public <T> Job start(String label, Function<Reporter, T> work, Consumer<T> done, Consumer<Exception> failed) {
        held.add(() -> direct.start(label, work, done, failed));
        return () -> {};
    }

    @Override
    public Job later(Duration delay, Runnable task) {
        return direct.later(delay, task);
    }

    @Override
    public void onWindow(Runnable task) {
        direct.onWindow(task);
    }

    /// All work is done, and what follows of it.
    void work() {
        while (!held.isEmpty()) {
            held.remove().run();
        }
    }

    /// The delays are over.
    void runLater() {
        direct.runLater();
    }
}
