package dev.lamina.app.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.base.Background;
import dev.lamina.model.progress.Reporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// A background with threads of its own whose window is the thread of the test, while that waits for
/// something.
final class WindowQueue implements Background {
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final List<Runnable> later = new ArrayList<>();

    @Override
    public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        Thread.ofVirtual().start(() -> {
            try {
                T result = work.call();
                onWindow(() -> done.accept(result));
            } catch (Exception e) {
                onWindow(() -> failed.accept(e));
            }
        });
    }

    @Override
    public <T> Job start(String label, Function<Reporter, T> work, Consumer<T> done, Consumer<Exception> failed) {
        AtomicBoolean cancelled = new AtomicBoolean();
        Reporter reporter = new Reporter(progress -> {}, cancelled::get);
        compute(() -> work.apply(reporter), done, failed);
        return () -> cancelled.set(true);
    }

    @Override
    public Job later(Duration delay, Runnable task) {
        later.add(task);
        return () -> later.remove(task);
    }

    @Override
    public void onWindow(Runnable task) {
        window.add(task);
    }

    /// The delays are over.
    void runLater() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }

    /// Does what comes for the window until something is so.
    void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            Runnable next = window.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertThat(next).as("something happens").isNotNull();
            next.run();
        }
    }

    /// Does what has come already.
    void settle() {
        for (Runnable next = window.poll(); next != null; next = window.poll()) {
            next.run();
        }
    }
}
