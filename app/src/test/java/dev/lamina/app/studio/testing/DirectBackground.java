package dev.lamina.app.studio.testing;

import dev.lamina.app.studio.base.Background;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/// Does everything at once, on the thread of the test; what is for later when the test says so.
public final class DirectBackground implements Background {
    private final List<Runnable> later = new ArrayList<>();

    @Override
    public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) {
            failed.accept(e);
            return;
        }
        done.accept(result);
    }

    @Override
    public <T> Job start(String label, Function<Reporter, T> work, Consumer<T> done, Consumer<Exception> failed) {
        compute(() -> work.apply(Reporter.silent()), done, problem -> {
            if (!(problem instanceof CancelledException)) {
                failed.accept(problem);
            }
        });
        return () -> {};
    }

    @Override
    public Job later(Duration delay, Runnable task) {
        later.add(task);
        return () -> later.remove(task);
    }

    @Override
    public void onWindow(Runnable task) {
        task.run();
    }

    /// The delays are over.
    public void runLater() {
        List<Runnable> due = List.copyOf(later);
        later.clear();
        due.forEach(Runnable::run);
    }
}
