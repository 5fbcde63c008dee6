package dev.lamina.app.studio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// What draws the window: it needs a tenth of a second to start, and may do so while the command line is
/// still being read. Names no class of JavaFX in its face, so that the command line can hold it.
public final class Toolkit {
    /// It warns that it is on the class path, where our build puts it on purpose. Held, as loggers are
    /// forgotten.
    private static final Logger WARNINGS = Logger.getLogger("javafx");

    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final CompletableFuture<Runnable> first = new CompletableFuture<>();

    /// Starts it beside everything else. Its thread then waits for what it is to do first.
    public void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("lamina-toolkit").start(this::start);
        }
    }

    /// Starts it, unless it was begun, and does the first task on its thread. Returns when it runs, not
    /// when the task is done.
    ///
    /// @throws UnsupportedOperationException there is no display
    /// @throws NoClassDefFoundError JavaFX is not there
    void run(Runnable task) {
        first.complete(task);
        if (begun.compareAndSet(false, true)) {
            start();
        }
        try {
            started.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    /// Does a task on its thread, waits until somebody runs what the task is handed, and ends the toolkit. What the
    /// task throws is thrown here, and nobody waits then. An interruption ends the wait.
    void runUntilDone(Consumer<Runnable> task) {
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        run(() -> {
            try {
                task.accept(done::countDown);
            } catch (RuntimeException | Error e) {
                failure.set(e);
                done.countDown();
            }
        });
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        switch (failure.get()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case null, default -> {}
        }
    }

    private void start() {
        WARNINGS.setLevel(Level.SEVERE);
        try {
            Platform.startup(() -> first.join().run());
            started.complete(null);
        } catch (RuntimeException | Error e) {
            started.completeExceptionally(e);
        }
    }
}
