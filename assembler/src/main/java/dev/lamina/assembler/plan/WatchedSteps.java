package dev.lamina.assembler.plan;

import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Does the steps of a build, and tells a watch of them. A step that handled no bytes had nothing to do.
record WatchedSteps(BuildWatch watch, Reporter reporter) {

    interface Work<T> {
        T with(Reporter reporter) throws IOException;
    }

    <T> T run(Step step, Work<T> work) throws IOException {
        reporter.checkCancelled();
        AtomicBoolean worked = new AtomicBoolean();
        Reporter own = reporter.heardBy(progress -> {
            if (progress instanceof Progress.Advanced(long id, long bytes) && bytes > 0) {
                worked.set(true);
            }
            watch.progress(step, progress);
        });
        Ending ending = Ending.FAILED;
        watch.began(step);
        try {
            T result = work.with(own);
            ending = worked.get() ? Ending.MADE : Ending.CACHED;
            return result;
        } catch (CancelledException e) {
            ending = Ending.CANCELLED;
            throw e;
        } finally {
            watch.ended(step, ending);
        }
    }

    /// Tells of a step that was done before.
    void skip(Step step) {
        watch.began(step);
        watch.ended(step, Ending.CACHED);
    }
}
