package dev.lamina.app.studio.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.testing.DirectBackground;
import dev.lamina.app.studio.testing.GuestWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReplayViewModelTest {
    private final Live live = new Live();
    private final DirectBackground background = new DirectBackground();
    private final ReplayViewModel replay = new ReplayViewModel(live, background);

    @BeforeEach
    void boot() {
        live.begin(Live.Phase.BOOTING);
        live.heard(GuestWords.beginning());
        live.heard(List.of(
                GuestWords.service(3, "web"), GuestWords.ready(3.2), GuestWords.died(9, "web", "it was tired")));
    }

    private State web() {
        return live.vitals().get().of("services web").state();
    }

    @Test
    void aBootIsShownEventByEventAndThenTheSystemAsItIs() {
        assertThat(web()).isEqualTo(State.FAILED);
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            replay.step(1);
            seen.add(replay.words().get() + " " + web());
        }
        assertThat(seen)
                .containsExactly(
                        "1.70 s: the kernel runs and starts the init WAITING",
                        "1.90 s: the init has done its part \"mounts\" WAITING",
                        "2.60 s: the init has done its part \"plans\" WAITING",
                        "3.50 s: service web starts RUNNING",
                        "3.70 s: the system is ready RUNNING",
                        "3.70 s: the system is ready RUNNING");
        replay.step(-1);
        replay.step(-1);
        assertThat(web()).isEqualTo(State.WAITING);
        replay.end();
        assertThat(web()).isEqualTo(State.FAILED);
        assertThat(replay.active().get()).isFalse();
    }

    @Test
    void itPlaysUntilTheEndAndPausesWhenAsked() {
        replay.toggle();
        assertThat(replay.playing().get()).isTrue();
        background.runLater();
        background.runLater();
        assertThat(replay.at().get()).isEqualTo(2);
        replay.toggle();
        background.runLater();
        assertThat(replay.at().get()).isEqualTo(2);
        replay.toggle();
        for (int i = 0; i < 10; i++) {
            background.runLater();
        }
        assertThat(replay.at().get()).isEqualTo(replay.count().get()).isEqualTo(5);
        assertThat(replay.playing().get()).isFalse();
    }

    @Test
    void aNewStartEndsTheReplay() {
        replay.goTo(2);
        live.begin(Live.Phase.BUILDING);
        assertThat(replay.active().get()).isFalse();
        assertThat(live.replayed().get()).isEmpty();
        assertThat(web()).isEqualTo(State.WAITING);
    }
}
