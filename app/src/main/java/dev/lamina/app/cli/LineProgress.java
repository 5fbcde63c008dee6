package dev.lamina.app.cli;

import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Plain lines for logs: a step when it has ended, and now and then how far a long one is.
final class LineProgress implements ProgressView {
    private static final long EVERY_NANOS = 10_000_000_000L;

    private final PrintStream err;
    private final BooleanSupplier cancelled;
    private final LongSupplier clock;
    private final Map<Long, Running> steps = new HashMap<>();

    LineProgress(PrintStream err, BooleanSupplier cancelled, LongSupplier clock) {
        this.err = err;
        this.cancelled = cancelled;
        this.clock = clock;
    }

    @Override
    public Reporter reporter() {
        return new Reporter(this::show, cancelled);
    }

    private synchronized void show(Progress progress) {
        switch (progress) {
            case Progress.Started started ->
                steps.put(
                        started.step(),
                        new Running(Printable.text(started.label()), started.bytes(), clock.getAsLong()));
            case Progress.Advanced advanced -> advance(advanced);
            case Progress.Finished finished -> finish(steps.remove(finished.step()));
            case Progress.Note note -> err.println(ProgressView.words(note));
        }
    }

    private void advance(Progress.Advanced advanced) {
        Running step = steps.get(advanced.step());
        if (step == null) {
            return;
        }
        step.done += advanced.bytes();
        long now = clock.getAsLong();
        if (now - step.said >= EVERY_NANOS) {
            step.said = now;
            String of = step.bytes.isPresent() ? " of " + Bytes.text(step.bytes.getAsLong()) : "";
            err.println(step.label + ": " + Bytes.text(step.done) + of);
        }
    }

    /// Of a step that did nothing there is nothing to say: its file was there already, or an error follows.
    private void finish(@Nullable Running step) {
        if (step != null && (step.done > 0 || step.isComplete())) {
            String bytes = step.done > 0 ? Bytes.text(step.done) + ", " : "";
            String stopped = step.isComplete() ? "" : "stopped after ";
            err.println(step.label + ": " + stopped + bytes + Bytes.seconds((clock.getAsLong() - step.begun) / 1e9));
        }
    }

    @Override
    public void close() {
        // Lines end as they are printed.
    }

    private static final class Running {
        private final String label;
        private final OptionalLong bytes;
        private final long begun;
        private long said;
        private long done;

        Running(String label, OptionalLong bytes, long begun) {
            this.label = label;
            this.bytes = bytes;
            this.begun = begun;
            this.said = begun;
        }

        /// A step that knows how much it has to do and did less was left by a failure.
        boolean isComplete() {
            return bytes.isEmpty() || done >= bytes.getAsLong();
        }
    }
}
