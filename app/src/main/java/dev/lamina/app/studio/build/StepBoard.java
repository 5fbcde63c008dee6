package dev.lamina.app.studio.build;

import dev.lamina.assembler.plan.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The steps of a build, first as they are planned, then as they are done. Not for several threads.
final class StepBoard {
    /// Before that much is done, nobody can say how long the rest takes.
    private static final double ENOUGH = 0.05;

    private static final Duration EARLY = Duration.ofSeconds(2);

    private final Map<String, StepEntry> entries = new LinkedHashMap<>();
    private final Instant began;
    private final UnaryOperator<String> names;

    /// @param names what the components of a part are called for people
    StepBoard(List<Step> plan, Instant began, UnaryOperator<String> names) {
        this.began = began;
        this.names = names;
        plan(plan);
    }

    /// Steps that are known already stay as they are.
    private void plan(List<Step> steps) {
        steps.forEach(this::entry);
    }

    private StepEntry entry(Step step) {
        return entries.computeIfAbsent(step.id(), id -> StepEntry.of(step, names));
    }

    void take(StepEvent event) {
        switch (event) {
            case StepEvent.Planned planned -> plan(planned.steps());
            case StepEvent.Began began -> entry(began.step()).begin(began.when());
            case StepEvent.Reported told -> entry(told.step()).report(told.progress(), told.when());
            case StepEvent.Ended ended -> entry(ended.step()).end(ended.ending(), ended.when());
        }
    }

    /// The build ended.
    ///
    /// @param complete or it was cancelled, or it failed
    void end(boolean complete, Instant when) {
        entries.values().forEach(entry -> entry.buildEnded(complete, when));
    }

    List<StepRow> rows(Instant now) {
        return entries.values().stream().map(entry -> entry.row(now)).toList();
    }

    /// How much is done, between 0 and 1; negative when nobody knows.
    double fraction() {
        long size = entries.values().stream().mapToLong(StepEntry::size).sum();
        long done = entries.values().stream().mapToLong(StepEntry::done).sum();
        return size == 0 ? -1 : (double) done / size;
    }

    /// How long the rest takes, if it goes on as it went so far.
    Optional<Duration> rest(Instant now) {
        double fraction = fraction();
        Duration passed = Duration.between(began, now);
        return fraction < ENOUGH || passed.compareTo(EARLY) < 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(Math.round(passed.toMillis() * (1 - fraction) / fraction)));
    }
}
