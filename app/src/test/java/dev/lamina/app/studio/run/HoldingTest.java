package dev.lamina.app.studio.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.run.RunStatus.Mood;
import dev.lamina.app.studio.run.RunStatus.Status;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.vmlaunch.Snapshot;
import dev.lamina.vmlaunch.VmState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is done with a machine that goes on afterwards: holding it, and keeping its states.
@SuppressWarnings("NullAway.Init")
final class HoldingTest {
    @TempDir
    Path home = Path.of("");

    private final WindowQueue window = new WindowQueue();
    private RunFixture run;
    private RunStatus status;
    private List<Action> actions;

    @BeforeEach
    void start() throws Exception {
        run = new RunFixture(home, window, vm -> vm.send("ready"));
        status = run.status();
        actions = new RunActions(
                        run.model, new SaveWatch(run.model, new SimpleBooleanProperty()), run.holding, run.snapshots)
                .ofMachine();
        assertThat(actions).allMatch(action -> action.blocked().getValue().equals("Nothing runs"));
        run.model.run();
        until(() -> run.model.live().phase().get() == Phase.READY);
        assertThat(actions).allMatch(Action::allowed);
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        window.until(condition);
    }

    private SnapshotsViewModel snapshots() {
        return run.snapshots;
    }

    @Test
    void aMachineIsHeldAndGoesOn() throws Exception {
        Action pause = actions.getFirst();
        assertThat(pause.label().getValue()).isEqualTo("Pause");

        pause.run();
        until(() -> run.holding.held().get());
        assertThat(run.vm(0).state()).isEqualTo(VmState.PAUSED);
        assertThat(status.status().get()).isEqualTo(new Status(Mood.HELD, "Paused"));
        assertThat(pause.label().getValue()).isEqualTo("Resume");

        pause.run();
        until(() -> !run.holding.held().get());
        assertThat(run.vm(0).state()).isEqualTo(VmState.RUNNING);
        assertThat(status.status().get().mood()).isEqualTo(Mood.READY);
    }

    @Test
    void oneThatSomebodyElseHoldsIsShownSo() throws Exception {
        run.vm(0).pause();

        until(() -> run.holding.held().get());
        run.model.stop();
        until(() -> run.model.live().phase().get() == Phase.OFF);
        assertThat(run.holding.held().get()).isFalse();
    }

    @Test
    void statesAreKeptBroughtBackAndThrownAway() throws Exception {
        snapshots().name().set(" clean ");
        snapshots().keep();
        until(() -> !snapshots().busy().get());
        assertThat(snapshots().kept().get()).containsExactly(new Snapshot("clean", Instant.EPOCH, 1 << 20));
        assertThat(snapshots().message().get()).isEqualTo("clean is kept. Reset to clean goes back to it from now on.");

        snapshots().restore("clean");
        until(() -> !snapshots().busy().get());
        assertThat(snapshots().message().get()).startsWith("Back at clean.");

        snapshots().remove("clean");
        until(() -> !snapshots().busy().get());
        assertThat(snapshots().kept().get()).isEmpty();
        assertThat(run.vm(0).snapshots().asked()).containsExactly("save clean", "restore clean", "remove clean");
    }

    @Test
    void whatGoesWrongIsSaidInWords() throws Exception {
        snapshots().restore("gone");
        until(() -> !snapshots().busy().get());

        assertThat(snapshots().message().get()).isEqualTo("That did not work: there is no snapshot gone.");
    }

    @Test
    void resettingGoesBackToTheCleanStateOfTheSameText() throws Exception {
        run.vm(0).snapshots().save("clean");

        run.reset();
        until(() -> run.vm(0).snapshots().asked().contains("restore clean"));
        until(() -> !snapshots().busy().get());
        assertThat(run.hypervisor().machines()).hasSize(1);
        assertThat(snapshots().shown().get()).isTrue();

        run.session.type(RunFixture.DOCUMENT.replace("web", "www"));
        run.reset();
        until(() -> run.hypervisor().machines().size() == 2);
    }
}
