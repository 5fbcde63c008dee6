package dev.lamina.app.studio.run;

import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.vmlaunch.VmHandle;
import java.time.Duration;

/// Whether somebody wants the machine to end, how, and what comes after that.
final class Ending {
    /// For a guest to stop its services.
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Live live;
    private final Turns turns;
    private boolean asked;
    private Runnable after = () -> {};

    Ending(Live live, Turns turns) {
        this.live = live;
        this.turns = turns;
    }

    /// Another machine has begun.
    void begin() {
        asked = false;
    }

    boolean asked() {
        return asked;
    }

    /// In order; when it was asked before: at once.
    void stop(VmHandle vm) {
        if (asked) {
            force(vm);
            return;
        }
        asked = true;
        live.enter(Phase.STOPPING);
        turns.shutdown(vm, GRACE);
    }

    void force(VmHandle vm) {
        asked = true;
        live.enter(Phase.STOPPING);
        turns.kill(vm);
    }

    /// @return whether something must end before; otherwise the task is done
    boolean then(Runnable task) {
        if (live.phase().get().idle()) {
            task.run();
            return false;
        }
        after = task;
        return true;
    }

    /// Nothing runs any more.
    void ended() {
        Runnable next = after;
        after = () -> {};
        next.run();
    }
}
