package dev.lamina.app.studio.base;

import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The threads behind the window, and the only way back to its own.
public final class FxBackground implements Background, AutoCloseable {
    /// How long closing waits for files: longer than any save takes that will come to an end.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ExecutorService serial = Executors.newSingleThreadExecutor(named("lamina-compute"));
    private final ExecutorService files = Executors.newSingleThreadExecutor(named("lamina-files"));
    private final ExecutorService jobs = Executors.newCachedThreadPool(named("lamina-job"));
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(named("lamina-clock"));
    private final ObservableList<RunningJob> running = FXCollections.observableArrayList();

    /// Held here, as it hears of changes only while somebody holds it.
    private final ObservableList<RunningJob> runningSeen = FXCollections.unmodifiableObservableList(running);

    private static ThreadFactory named(String name) {
        return Thread.ofPlatform().daemon().name(name).factory();
    }

    /// The long work that is going on; for the status bar.
    public ObservableList<RunningJob> running() {
        return runningSeen;
    }

    @Override
    public <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        run(serial, work, done, failed);
    }

    @Override
    public <T> void files(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        run(files, work, done, failed);
    }

    @Override
    public <T> void aside(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        run(jobs, work, done, failed);
    }

    private <T> void run(ExecutorService where, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        if (where.isShutdown()) {
            return; // the window is gone, and nobody waits for it
        }
        where.execute(() -> {
            try {
                T result = work.call();
                onWindow(() -> done.accept(result));
            } catch (Exception e) {
                onWindow(() -> failed.accept(e));
            } catch (StackOverflowError | OutOfMemoryError | LinkageError e) {
                // of this work alone; who waits for it must hear of it
                onWindow(() -> failed.accept(new IllegalStateException(e)));
            }
        });
    }

    @Override
    public <T> Job start(String label, Function<Reporter, T> work, Consumer<T> done, Consumer<Exception> failed) {
        if (jobs.isShutdown()) {
            return () -> {};
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        RunningJob job = new RunningJob(label, () -> cancelled.set(true));
        Reporter reporter = new Reporter(progress -> onWindow(() -> job.take(progress)), cancelled::get);
        running.add(job);
        run(
                jobs,
                () -> work.apply(reporter),
                result -> {
                    running.remove(job);
                    done.accept(result);
                },
                problem -> {
                    running.remove(job);
                    if (!(problem instanceof CancelledException)) {
                        failed.accept(problem);
                    }
                });
        return job;
    }

    @Override
    public Job later(Duration delay, Runnable task) {
        if (clock.isShutdown()) {
            return () -> {};
        }
        ScheduledFuture<?> scheduled = clock.schedule(() -> onWindow(task), delay.toMillis(), TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void onWindow(Runnable task) {
        Platform.runLater(task);
    }

    @Override
    public void close() {
        running.forEach(RunningJob::cancel);
        serial.shutdownNow();
        files.shutdown();
        awaitFiles();
        jobs.shutdownNow();
        clock.shutdownNow();
    }

    /// What the user saved last must be written before the program ends.
    private void awaitFiles() {
        try {
            files.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
