package dev.lamina.app.studio.run;

import dev.lamina.app.studio.base.Background;
import dev.lamina.app.studio.session.Live;
import dev.lamina.vmlaunch.Feature;
import dev.lamina.vmlaunch.VmHandle;
import dev.lamina.vmlaunch.VmState;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Whether the machine's processors stand still, and holding them and letting them go.
final class Holding {
    private final Live live;
    private final Background background;
    private final Consumer<Exception> failed;
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();

    /// @param failed is told what went wrong
    Holding(Live live, Background background, Consumer<Exception> failed) {
        this.live = live;
        this.background = background;
        this.failed = failed;
        live.machine()
                .subscribe(now ->
                        held.set(now.filter(vm -> vm.state() == VmState.PAUSED).isPresent()));
    }

    ReadOnlyBooleanProperty held() {
        return held.getReadOnlyProperty();
    }

    /// Whoever held it or let it go: somebody else can as well.
    void heard(VmState state) {
        if (state == VmState.PAUSED || state == VmState.RUNNING) {
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
        Optional<VmHandle> machine = live.machine().get();
        boolean hold = !held.get();
        machine.ifPresent(vm -> background.aside(
                () -> {
                    if (hold) {
                        vm.pause();
                    } else {
                        vm.resume();
                    }
                    return vm.state();
                },
                this::heard,
                failed));
    }
}
