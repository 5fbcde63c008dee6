package dev.lamina.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Tests of several systems, so many at once. When one is cancelled all are, and their machines end.
///
/// @param keepGoing whether tests still begin when one has failed
record TestJobs(int atOnce, boolean keepGoing) {

    interface Job {
        Tested test(TestFile file) throws InterruptedException;
    }

    /// Those that were tested, in the order of the files.
    List<Tested> run(List<TestFile> files, Job job) throws InterruptedException {
        AtomicBoolean failed = new AtomicBoolean();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().factory())) {
            List<Future<List<Tested>>> running = files.stream()
                    .map(file -> pool.submit(() -> one(file, job, failed)))
                    .toList();
            try {
                List<Tested> all = new ArrayList<>();
                for (Future<List<Tested>> test : running) {
                    all.addAll(test.get());
                }
                return all;
            } catch (ExecutionException e) {
                throw cause(e);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    /// Nothing when it is left out.
    private List<Tested> one(TestFile file, Job job, AtomicBoolean failed) throws InterruptedException {
        if (failed.get() && !keepGoing) {
            return List.of();
        }
        Tested tested = job.test(file);
        failed.compareAndSet(false, tested.exitCode() != 0);
        return List.of(tested);
    }

    private static RuntimeException cause(ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case InterruptedException interrupted -> throw interrupted;
            case RuntimeException cause -> cause;
            case null, default -> new IllegalStateException(e);
        };
    }
}
