package dev.lamina.app.studio.run;

import dev.lamina.app.operation.Surroundings;
import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.run.Notice.Kind;
import dev.lamina.app.studio.session.Live;
import dev.lamina.model.problem.LaminaException;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.Subscription;
import dev.lamina.vmlaunch.VmEvent;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmState;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Whether the machine's processors stand still, whoever holds them; and holding them and letting them go.
final class Holding {
    private static final Texts TEXTS = Texts.of(Holding.class);

    private final RunViewModel model;
    private final Live live;
    private final Background background;
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private Subscription following = () -> {};

    Holding(RunViewModel model) {
        this.model = model;
        this.live = model.live();
        this.background = model.desk().background();
        live.machine().subscribe(this::follow);
    }

    ReadOnlyBooleanProperty held() {
        return held.getReadOnlyProperty();
    }

    private void follow(Optional<VmHandle> machine) {
        following.close();
        held.set(false);
        following = machine.map(vm -> vm.onEvent(event -> heard(vm, event))).orElse(() -> {});
    }

    /// What came before is told first, so that the last one counts.
    private void heard(VmHandle vm, VmEvent event) {
        if (event instanceof VmEvent.StateChanged(VmState state)
                && (state == VmState.PAUSED || state == VmState.RUNNING)) {
            background.onWindow(() -> now(vm, state));
        }
    }

    private void now(VmHandle vm, VmState state) {
        if (live.machine().get().filter(vm::equals).isPresent()) {
            held.set(state == VmState.PAUSED);
        }
    }

    /// Whether the machine that runs can be held.
    boolean possible() {
        return live.machine()
                .get()
                .filter(vm -> vm.features().contains(Feature.PAUSE))
                .isPresent();
    }

    void toggle() {
        boolean hold = !held.get();
        live.machine()
                .get()
                .ifPresent(vm -> background.aside(() -> set(vm, hold), state -> now(vm, state), this::refused));
    }

    private static VmState set(VmHandle vm, boolean hold) {
        if (hold) {
            vm.pause();
        } else {
            vm.resume();
        }
        return vm.state();
    }

    private void refused(Exception thrown) {
        LaminaException problem = Surroundings.explain(thrown);
        model.show(Notice.of(
                Kind.FAILURE,
                TEXTS.get("refused", String.valueOf(problem.getMessage())),
                problem.hint().orElse("")));
    }
}
