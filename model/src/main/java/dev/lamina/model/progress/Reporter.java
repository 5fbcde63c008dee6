package dev.lamina.model.progress;

import dev.lamina.model.problem.CancelledException;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Where a long job tells what it does and learns that it should stop. Safe for use by several threads.
public final class Reporter {
    private final Consumer<Progress> sink;
    private final BooleanSupplier cancelled;
    private final AtomicLong nextStep;

    /// @param sink called from any thread, so it must be thread-safe
    /// @param cancelled asked often, so it must be cheap
    public Reporter(Consumer<Progress> sink, BooleanSupplier cancelled) {
        this(sink, cancelled, new AtomicLong());
    }

    private Reporter(Consumer<Progress> sink, BooleanSupplier cancelled, AtomicLong nextStep) {
        this.sink = sink;
        this.cancelled = cancelled;
        this.nextStep = nextStep;
    }

    public static Reporter silent() {
        return new Reporter(progress -> {}, () -> false);
    }

    /// The same for a part of the job: somebody else hears it too.
    public Reporter heardBy(Consumer<Progress> listener) {
        return new Reporter(sink.andThen(listener), cancelled, nextStep);
    }

    /// Begins a step of known size in bytes. Close it in any case.
    public Step begin(String label, long bytes) {
        return begin(label, OptionalLong.of(bytes));
    }

    /// Begins a step whose size is not known. Close it in any case.
    public Step begin(String label) {
        return begin(label, OptionalLong.empty());
    }

    private Step begin(String label, OptionalLong bytes) {
        checkCancelled();
        long step = nextStep.incrementAndGet();
        sink.accept(new Progress.Started(step, label, bytes));
        return new Step(step);
    }

    public void note(String text) {
        sink.accept(new Progress.Note(Progress.Level.INFO, text));
    }

    public void warn(String text) {
        sink.accept(new Progress.Note(Progress.Level.WARNING, text));
    }

    /// Leaves the job when the user asked for it.
    public void checkCancelled() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
    }

    /// A running step.
    public final class Step implements AutoCloseable {
        private final long id;

        private Step(long id) {
            this.id = id;
        }

        /// Reports handled bytes and checks for cancellation.
        public void advance(long bytes) {
            checkCancelled();
            sink.accept(new Progress.Advanced(id, bytes));
        }

        /// Checks for cancellation where nothing is to be reported.
        public void check() {
            checkCancelled();
        }

        @Override
        public void close() {
            sink.accept(new Progress.Finished(id));
        }
    }
}
