package dev.lamina.app.studio.build;

import dev.lamina.app.operation.BuildImage;
import dev.lamina.app.operation.BuildSubject;
import dev.lamina.app.operation.Fetching;
import dev.lamina.app.operation.Operations;
import dev.lamina.assembler.plan.BuildPlan;
import dev.lamina.assembler.plan.BuildWatch;
import dev.lamina.assembler.plan.Step;
import dev.lamina.assembler.sbom.SbomChoice;
import dev.lamina.model.edit.Document;
import dev.lamina.model.problem.CancelledException;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.progress.Reporter;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Plans and builds one text, for another thread than the window's.
///
/// @param known a document whose text may be an earlier one
/// @param text what is built, saved or not
record Builder(Operations operations, Document known, String text, BuildSubject subject, BuildChoices choices) {

    /// Whether another one builds the same in the same way.
    boolean same(Builder other) {
        return text.equals(other.text) && choices.equals(other.choices) && subject.equals(other.subject);
    }

    /// What a build would do now.
    BuildPlan plan() {
        return operations.assembly().plan(request());
    }

    /// @param told hears of the steps, on any thread
    Outcome build(Consumer<StepEvent> told, Clock clock, Reporter reporter) {
        try {
            return new Outcome.Built(operations.buildImage().build(request(), watch(told, clock), reporter));
        } catch (CancelledException e) {
            return new Outcome.Cancelled();
        }
    }

    private BuildImage.Request request() {
        return new BuildImage.Request(
                known.with(text).read().orThrow(),
                subject,
                choices.arch(),
                choices.formats(),
                choices.name(),
                choices.folder(),
                choices.compression(),
                Fetching.USUAL,
                Optional.of(SbomChoice.USUAL),
                false);
    }

    private static BuildWatch watch(Consumer<StepEvent> told, Clock clock) {
        return new BuildWatch() {
            @Override
            public void planned(List<Step> steps) {
                told.accept(new StepEvent.Planned(steps, clock.instant()));
            }

            @Override
            public void began(Step step) {
                told.accept(new StepEvent.Began(step, clock.instant()));
            }

            @Override
            public void progress(Step step, Progress progress) {
                told.accept(new StepEvent.Reported(step, progress, clock.instant()));
            }

            @Override
            public void ended(Step step, Ending ending) {
                told.accept(new StepEvent.Ended(step, ending, clock.instant()));
            }
        };
    }
}
