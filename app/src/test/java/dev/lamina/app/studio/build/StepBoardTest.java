package dev.lamina.app.studio.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.build.StepRow.Kind;
import dev.lamina.app.studio.build.StepRow.State;
import dev.lamina.assembler.oci.ImageProvider.Pending;
import dev.lamina.assembler.plan.BuildWatch.Ending;
import dev.lamina.assembler.plan.Step;
import dev.lamina.model.progress.Progress;
import dev.lamina.model.value.Digest;
import dev.lamina.model.value.ImageRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class StepBoardTest {
    private static final Instant START = Instant.parse("2026-11-27T10:00:00Z");
    private static final Step KERNEL = new Step.ProvideImage(ImageRef.parse("lamina/kernel"), Optional.empty());
    private static final Step NGINX =
            new Step.ProvideImage(ImageRef.parse("nginx:1.27"), Optional.of(new Pending("pull 2 layers", 2, 3000)));
    private static final Step WEB = segment("services[0]", 1, 6000, OptionalLong.empty());
    private static final Step REST = segment("init[0] and 2 more", 2, 900, OptionalLong.of(400));
    private static final Step FORMAT = new Step.WriteFormat("tar", List.of("web.tar"));

    private final StepBoard board =
            new StepBoard(List.of(KERNEL, NGINX), START, label -> label.replace("services[0]", "services web"));

    private static Step segment(String label, int key, long bytes, OptionalLong cached) {
        return new Step.MakeSegment(Digest.parse(String.format("sha256:%064x", key)), label, bytes, cached);
    }

    private static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    private List<State> states(long millis) {
        return board.rows(at(millis)).stream().map(StepRow::state).toList();
    }

    private void plan() {
        board.take(new StepEvent.Planned(List.of(KERNEL, NGINX, WEB, REST, FORMAT), at(0)));
    }

    @Test
    void beforeTheBuildStepsSayWhatThereIsToDo() {
        plan();
        assertThat(board.rows(START))
                .containsExactly(
                        row(Kind.IMAGE, "lamina/kernel", "", State.CACHED, 0),
                        row(Kind.IMAGE, "nginx:1.27", "pull 2 layers", State.FETCH, 3000),
                        row(Kind.SEGMENT, "services web", "", State.MAKE, 6000),
                        row(Kind.SEGMENT, "init[0] and 2 more", "", State.CACHED, 400),
                        row(Kind.FORMAT, "tar", "web.tar", State.MAKE, 0));
    }

    private static StepRow row(Kind kind, String title, String note, State state, long bytes) {
        return new StepRow(kind, title, note, state, bytes, -1, Optional.empty());
    }

    @Test
    void aStepRunsAndEnds() {
        plan();
        board.take(new StepEvent.Began(NGINX, at(100)));
        board.take(new StepEvent.Reported(
                NGINX, new Progress.Started(1, "pull nginx:1.27 1/2", OptionalLong.of(2000)), at(110)));
        board.take(new StepEvent.Reported(NGINX, new Progress.Advanced(1, 1500), at(200)));
        assertThat(board.rows(at(300)).get(1))
                .isEqualTo(new StepRow(
                        Kind.IMAGE,
                        "nginx:1.27",
                        "pull nginx:1.27 1/2",
                        State.RUNNING,
                        3000,
                        0.5,
                        Optional.of(Duration.ofMillis(200))));
        board.take(new StepEvent.Ended(NGINX, Ending.MADE, at(700)));
        assertThat(board.rows(at(9000)).get(1))
                .isEqualTo(new StepRow(
                        Kind.IMAGE,
                        "nginx:1.27",
                        "pull 2 layers",
                        State.DONE,
                        3000,
                        -1,
                        Optional.of(Duration.ofMillis(600))));
    }

    @Test
    void stepsThatBecomeKnownLaterStandBehindAndKeepTheOthers() {
        board.take(new StepEvent.Began(NGINX, at(1)));
        plan();
        assertThat(states(5)).containsExactly(State.CACHED, State.RUNNING, State.MAKE, State.CACHED, State.MAKE);
    }

    @Test
    void theWholeIsMeasuredByBytes() {
        plan();
        assertThat(board.fraction()).isZero();
        board.take(new StepEvent.Began(NGINX, at(0)));
        board.take(new StepEvent.Ended(NGINX, Ending.MADE, at(2500)));
        assertThat(board.fraction()).isEqualTo(3000 / 9000.0);
        assertThat(board.rest(at(1000))).isEmpty();
        assertThat(board.rest(at(3000))).contains(Duration.ofSeconds(6));
    }

    @Test
    void withoutSizesNobodyKnowsHowFarItIs() {
        StepBoard empty = new StepBoard(List.of(KERNEL), START, label -> label);
        assertThat(empty.fraction()).isEqualTo(-1);
        assertThat(empty.rest(at(60_000))).isEmpty();
    }

    @Test
    void whatHadNotEndedWhenTheBuildWasCancelledIsStopped() {
        plan();
        board.take(new StepEvent.Began(NGINX, at(0)));
        board.take(new StepEvent.Ended(NGINX, Ending.MADE, at(10)));
        board.take(new StepEvent.Began(WEB, at(20)));
        board.take(new StepEvent.Ended(WEB, Ending.CANCELLED, at(30)));
        board.end(false, at(40));
        assertThat(states(50)).containsExactly(State.CACHED, State.DONE, State.STOPPED, State.CACHED, State.STOPPED);
    }

    @Test
    void aStepThatFailedSaysSo() {
        plan();
        board.take(new StepEvent.Began(NGINX, at(0)));
        board.take(new StepEvent.Ended(NGINX, Ending.FAILED, at(10)));
        board.end(false, at(10));
        assertThat(states(50)).containsExactly(State.CACHED, State.FAILED, State.STOPPED, State.CACHED, State.STOPPED);
    }

    @Test
    void afterACompleteBuildNothingIsLeftToDo() {
        plan();
        board.end(true, at(10));
        assertThat(states(50)).containsExactly(State.CACHED, State.DONE, State.DONE, State.CACHED, State.DONE);
    }
}
