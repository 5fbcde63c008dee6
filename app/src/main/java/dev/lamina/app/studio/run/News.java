package dev.lamina.app.studio.run;

import dev.lamina.app.studio.base.Background.Job;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.vmlaunch.BootFailure;
import dev.lamina.vmlaunch.GuestEvent;
import dev.lamina.vmlaunch.VmExit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a machine tells, handed on to all views. News of a machine that is not the current one any more
/// mean nothing.
final class News implements AttachedMachine.Listener {
    /// Without acceleration a large system takes half as long.
    private static final Duration SLOW = Duration.ofSeconds(60);

    private final RunViewModel model;
    private final Live live;
    private Optional<AttachedMachine> machine = Optional.empty();
    private Optional<Job> slow = Optional.empty();
    private boolean spoken;

    News(RunViewModel model) {
        this.model = model;
        this.live = model.live();
    }

    /// Begins to listen.
    void follow(AttachedMachine attached) {
        machine = Optional.of(attached);
        slow = Optional.of(model.desk().background().later(SLOW, this::stillBooting));
        attached.attach();
    }

    private boolean counts() {
        return machine.filter(model::isCurrent).isPresent();
    }

    private void stillBooting() {
        if (counts() && live.phase().get() == Phase.BOOTING) {
            machine.ifPresent(now -> model.notices().slow(now.vm(), SLOW));
        }
    }

    @Override
    public void heard(List<GuestEvent> events) {
        if (counts()) {
            spoken = true;
            live.heard(events);
            if (events.stream().anyMatch(News::wantOfMemory)) {
                machine.ifPresent(now -> model.notices().memory(now.vm()));
            }
        }
    }

    /// A container was ended because the whole system had no memory left; one that met its own limit is its
    /// own affair.
    private static boolean wantOfMemory(GuestEvent event) {
        return event.field("reason")
                .filter(reason -> reason.startsWith("out of memory (the whole system)"))
                .isPresent();
    }

    @Override
    public void restarted() {
        if (counts()) {
            live.restarted();
        }
    }

    @Override
    public void fatal(BootFailure failure) {
        if (counts() && !model.askedToEnd()) {
            machine.ifPresent(now -> model.notices().fatal(now.vm(), failure));
        }
    }

    @Override
    public void prompted() {
        if (counts() && !spoken && live.phase().get() == Phase.BOOTING) {
            live.enter(Phase.READY);
        }
    }

    @Override
    public void ended(VmExit exit) {
        slow.ifPresent(Job::cancel);
        if (counts()) {
            machine.ifPresent(now -> model.machineEnded(now, exit));
        }
    }
}
