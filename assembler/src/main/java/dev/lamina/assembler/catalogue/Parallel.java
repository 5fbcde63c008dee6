package dev.lamina.assembler.catalogue;

import dev.lamina.assembler.io.Storage.IoCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Pieces of work that do not depend on each other.
final class Parallel {
    private Parallel() {}

    /// Runs as many at a time as there are processors. The first failure stops the others and is thrown.
    ///
    /// @return the results in the order of `work`
    static <T> List<T> all(List<IoCall<T>> work) throws IOException {
        int threads = Math.clamp(work.size(), 1, Runtime.getRuntime().availableProcessors());
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            try {
                return all(work, executor);
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static <T> List<T> all(List<IoCall<T>> work, ExecutorService executor) throws IOException {
        ExecutorCompletionService<T> completion = new ExecutorCompletionService<>(executor);
        List<Future<T>> results = new ArrayList<>();
        for (IoCall<T> piece : work) {
            results.add(completion.submit(piece::call));
        }
        for (int i = 0; i < results.size(); i++) {
            Once.await(completionOf(completion));
        }
        List<T> values = new ArrayList<>();
        for (Future<T> result : results) {
            values.add(result.resultNow());
        }
        return values;
    }

    private static <T> Future<T> completionOf(ExecutorCompletionService<T> completion) {
        try {
            return completion.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new dev.lamina.model.problem.CancelledException();
        }
    }
}
