package dev.lamina.assembler.http;

import dev.lamina.assembler.io.TaskFailures;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs tasks side by side, and looks meanwhile whether the user wants to stop: the tasks themselves may be waiting for
/// somebody else. The first failure ends them all. Work that reports as it goes needs no such look: see
/// [dev.lamina.assembler.io.Parallel].
public final class CancellableTasks {
    private static final long LOOK_MILLIS = 50;
    private static final long END_MILLIS = 100;

    private final int threads;

    public CancellableTasks(int threads) {
        this.threads = threads;
    }

    /// @return in the order of `tasks`
    public <T> List<T> run(List<? extends Callable<T>> tasks, Reporter reporter) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(
                Math.clamp(tasks.size(), 1, threads), Thread.ofVirtual().factory());
        try {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(executor.submit(task)));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(await(future, futures, reporter));
            }
            return results;
        } finally {
            end(executor);
        }
    }

    /// As [#run], with one task.
    public <T> T call(Callable<T> task, Reporter reporter) throws IOException {
        return run(List.of(task), reporter).getFirst();
    }

    private static <T> T await(Future<T> wanted, List<Future<T>> all, Reporter reporter) throws IOException {
        while (true) {
            reporter.checkCancelled();
            failEarly(all);
            try {
                return wanted.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // look around and wait on
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw TaskFailures.rethrown(e.getCause());
            }
        }
    }

    private static <T> void failEarly(List<Future<T>> all) throws IOException {
        for (Future<T> future : all) {
            if (future.state() == Future.State.FAILED) {
                throw TaskFailures.rethrown(future.exceptionNow());
            }
        }
    }

    private static void end(ExecutorService executor) {
        executor.shutdownNow();
        try {
            executor.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
