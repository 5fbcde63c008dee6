package dev.lamina.app.studio.build;

import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.assembler.plan.Step;
import dev.lamina.model.progress.Progress;
import java.time.Instant;
import java.util.List;

/// What a build told of its steps, and when.
sealed interface StepEvent {
    Instant when();

    /// All steps are known now.
    record Planned(List<Step> steps, Instant when) implements StepEvent {
        public Planned {
            steps = List.copyOf(steps);
        }
    }

    record Began(Step step, Instant when) implements StepEvent {}

    record Reported(Step step, Progress progress, Instant when) implements StepEvent {}

    record Ended(Step step, Ending ending, Instant when) implements StepEvent {}
}
