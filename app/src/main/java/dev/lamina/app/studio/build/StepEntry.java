package dev.lamina.app.studio.build;

import dev.lamina.app.studio.build.StepRow.Kind;
import dev.lamina.app.studio.build.StepRow.State;
import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.assembler.plan.Step;
import dev.lamina.model.progress.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// One step while a build goes on. What is reported of it may be several things that are done side by side.
final class StepEntry {
    private final Kind kind;
    private final String title;
    private final String planned;
    private final long plannedBytes;
    private State state;
    private String doing = "";
    private long size;
    private long done;
    private Optional<Instant> began = Optional.empty();
    private Optional<Instant> ended = Optional.empty();

    private StepEntry(Kind kind, String title, State state, String planned, long plannedBytes) {
        this.kind = kind;
        this.title = title;
        this.state = state;
        this.planned = planned;
        this.plannedBytes = plannedBytes;
    }

    /// @param names what the components of a part are called for people
    static StepEntry of(Step step, UnaryOperator<String> names) {
        return switch (step) {
            case Step.ProvideImage image -> of(image);
            case Step.MakeSegment segment ->
                new StepEntry(
                        Kind.SEGMENT,
                        names.apply(segment.label()),
                        segment.cached() ? State.CACHED : State.MAKE,
                        "",
                        segment.cachedBytes().orElse(segment.contentBytes()));
            case Step.WriteFormat format ->
                new StepEntry(Kind.FORMAT, format.format(), State.MAKE, String.join(", ", format.files()), 0);
        };
    }

    private static StepEntry of(Step.ProvideImage image) {
        Optional<Pending> pending = image.pending();
        boolean made = image.image().builtIn();
        State state = pending.isEmpty() ? State.CACHED : made ? State.MAKE : State.FETCH;
        return new StepEntry(
                Kind.IMAGE,
                brief(image.image().name()),
                state,
                pending.map(Pending::what).orElse(""),
                pending.map(Pending::downloadBytes).orElse(0L));
    }

    /// As people write it.
    private static String brief(String name) {
        return name.replaceFirst("^docker\\.io/(library/)?", "");
    }

    void begin(Instant when) {
        if (state != State.CACHED) {
            state = State.RUNNING;
            began = began.or(() -> Optional.of(when));
        }
    }

    void report(Progress progress, Instant when) {
        switch (progress) {
            case Progress.Started(long step, String label, OptionalLong bytes) -> {
                state = State.RUNNING; // it was thought to be there and is not
                began = began.or(() -> Optional.of(when));
                doing = label;
                size += bytes.orElse(0);
            }
            case Progress.Advanced(long step, long bytes) -> done += bytes;
            case Progress.Finished finished -> {}
            case Progress.Note note -> {}
        }
    }

    void end(Ending how, Instant when) {
        ended = Optional.of(when);
        state = switch (how) {
            case MADE -> State.DONE;
            case CACHED -> State.CACHED;
            case FAILED -> State.FAILED;
            case CANCELLED -> State.STOPPED;
        };
    }

    /// The build ended. Whatever has not ended by now never will.
    void buildEnded(boolean complete, Instant when) {
        boolean open = state == State.RUNNING || state == State.MAKE || state == State.FETCH;
        if (open) {
            ended = Optional.of(when);
            state = complete ? State.DONE : State.STOPPED;
        }
    }

    /// Bytes that there are to handle, as far as they are known.
    long size() {
        return state == State.CACHED ? 0 : Math.max(size, plannedBytes);
    }

    long done() {
        return state == State.DONE ? size() : Math.min(done, size());
    }

    StepRow row(Instant now) {
        boolean running = state == State.RUNNING;
        Optional<Duration> took =
                state == State.CACHED ? Optional.empty() : began.map(from -> Duration.between(from, ended.orElse(now)));
        double fraction = running && size() > 0 ? (double) done() / size() : -1;
        String note = running && kind == Kind.IMAGE && !doing.isEmpty() ? doing : planned;
        return new StepRow(kind, title, note, state, Math.max(size, plannedBytes), fraction, took);
    }
}
