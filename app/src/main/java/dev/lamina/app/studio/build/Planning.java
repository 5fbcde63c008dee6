package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Background.Job;
import dev.lamina.assembler.plan.BuildPlan;
import dev.lamina.assembler.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Finds out what a build would do, after each pause in the changes of a document. One plan is made at a time; what
/// changes meanwhile is planned after that.
final class Planning {
    /// Longer than somebody pauses between two keys.
    private static final Duration REST = Duration.ofMillis(500);

    private final Background background;
    private final Supplier<Builder> wanted;
    private final Consumer<List<Step>> done;
    private final Consumer<Exception> failed;
    private Job later = () -> {};
    private boolean planning;
    private boolean stopped = true;
    private Optional<Planned> last = Optional.empty();

    private record Planned(Builder of, List<Step> steps) {}

    /// @param wanted what would be built now
    /// @param done gets the steps of a plan
    /// @param failed gets why there is no plan
    Planning(Background background, Supplier<Builder> wanted, Consumer<List<Step>> done, Consumer<Exception> failed) {
        this.background = background;
        this.wanted = wanted;
        this.done = done;
        this.failed = failed;
    }

    /// Plans after a pause.
    void soon() {
        stop();
        stopped = false;
        later = background.later(REST, this::plan);
    }

    /// Nobody wants a plan any more; one that is being made is not told.
    void stop() {
        stopped = true;
        later.cancel();
    }

    /// The steps of the last plan, when it was of the same.
    List<Step> known(Builder builder) {
        return last.filter(plan -> plan.of.same(builder)).map(Planned::steps).orElse(List.of());
    }

    private void plan() {
        if (planning) {
            return;
        }
        planning = true;
        Builder builder = wanted.get();
        background.compute(builder::plan, plan -> planned(builder, plan), problem -> unplanned(builder, problem));
    }

    private void planned(Builder builder, BuildPlan plan) {
        planning = false;
        last = Optional.of(new Planned(builder, plan.steps()));
        if (!stopped) {
            done.accept(plan.steps());
            again(builder);
        }
    }

    private void unplanned(Builder builder, Exception problem) {
        planning = false;
        if (!stopped) {
            failed.accept(problem);
            again(builder);
        }
    }

    private void again(Builder builder) {
        if (!builder.same(wanted.get())) {
            soon();
        }
    }
}
