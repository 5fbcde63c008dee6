package dev.lamina.app.studio.base;

import dev.lamina.model.progress.Reporter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;

/// Where everything runs that takes time. Whoever starts work is on the thread of the window, and hears of the result
/// there.
public interface Background {

    /// Short work that nobody needs to see. All of it runs one after the other, in the order in which it was started.
    ///
    /// @param done gets the result, on the thread of the window
    /// @param failed gets what the work threw, on the thread of the window
    <T> void compute(Callable<T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Short work with files, in the order in which it was started, but not behind what [#compute] computes: what was
    /// typed must reach the disk even while a large document is being read.
    default <T> void files(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        compute(work, done, failed);
    }

    /// Waiting for somebody else, such as for a machine that answers: beside all other work, and not shown.
    default <T> void aside(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        compute(work, done, failed);
    }

    /// Long work that is shown with its progress and can be cancelled, beside other work. Of work that ends
    /// with a [dev.lamina.model.problem.CancelledException] neither the result nor a failure is told.
    ///
    /// @param label for people, e.g. `Pulling nginx:1.27`
    <T> Job start(String label, Function<Reporter, T> work, Consumer<T> done, Consumer<Exception> failed);

    /// Calls back once on the thread of the window; cancelling the job before then prevents it.
    Job later(Duration delay, Runnable task);

    /// Runs something on the thread of the window, soon.
    void onWindow(Runnable task);

    /// Something that was started.
    interface Job {
        void cancel();
    }
}
