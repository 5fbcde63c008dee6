package dev.lamina.assembler.io;

import dev.lamina.model.problem.CancelledException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// Does independent work at the same time. The first failure ends the rest.
public final class Parallel {
    private Parallel() {}

    /// As [#run(List, int)], as many at once as there are processors.
    public static <T> List<T> run(List<? extends Callable<T>> tasks) throws IOException {
        return run(tasks, Runtime.getRuntime().availableProcessors());
    }

    /// Runs all tasks, at most `width` at once, and gives their results in the order of the tasks. Returns, also by an
    /// exception, when no task runs any more.
    public static <T> List<T> run(List<? extends Callable<T>> tasks, int width) throws IOException {
        if (tasks.size() == 1) {
            return List.of(call(tasks.getFirst()));
        }
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.clamp(width, 1, Math.max(1, tasks.size())),
                Thread.ofPlatform().daemon().name("work-", 0).factory());
        try {
            ExecutorCompletionService<T> service = new ExecutorCompletionService<>(threads);
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(service.submit(task::call)));
            for (int i = 0; i < tasks.size(); i++) {
                result(service.take());
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            end(threads);
        }
    }

    private static <T> T call(Callable<T> task) throws IOException {
        try {
            return task.call();
        } catch (Exception e) {
            throw TaskFailures.rethrown(e);
        }
    }

    private static <T> T result(Future<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw TaskFailures.rethrown(e.getCause());
        }
    }

    /// Tasks notice an interruption where they report progress, and where they wait.
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = false;
        while (true) {
            try {
                if (threads.awaitTermination(1, TimeUnit.HOURS)) {
                    break;
                }
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
