package dev.lamina.app.studio.lessons;

import dev.lamina.app.lesson.LessonStep;
import dev.lamina.app.operation.MachineCheck;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Live;
import dev.lamina.app.studio.session.Live.Phase;
import dev.lamina.model.expect.Expectation.OfMachine;
import dev.lamina.vmlaunch.VmHandle;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// The machine that runs a document, or ran it last: what it told stays known after its end.
final class MachineSeen {
    private static final Texts TEXTS = Texts.of(MachineSeen.class);

    private final DocumentSession session;
    private final Live live;
    private Optional<MachineCheck> check = Optional.empty();
    private String startedText = "";

    MachineSeen(DocumentSession session) {
        this.session = session;
        this.live = session.live();
        if (!live.phase().get().idle()) {
            startedText = session.text().get();
        }
        live.phase().subscribe((before, now) -> {
            // A machine that takes the place of another one is not announced before it starts.
            if (now == Phase.BUILDING || now == Phase.STARTING && before != Phase.BUILDING) {
                startedText = session.text().get();
            }
        });
        live.machine().subscribe(machine -> machine.ifPresent(this::runs));
    }

    private void runs(VmHandle machine) {
        check.ifPresent(MachineCheck::close);
        check = Optional.of(new MachineCheck(machine, IntUnaryOperator.identity()));
    }

    Optional<MachineCheck> check() {
        return check;
    }

    /// Why it cannot be asked now; empty when it can.
    String blocked(LessonStep step) {
        boolean ended = live.machine().get().isEmpty();
        if (check.isEmpty() || ended && !step.ofMachine().stream().allMatch(OfMachine::lasts)) {
            return TEXTS.get(live.phase().get().idle() ? "blocked.off" : "blocked.building");
        }
        if (!startedText.equals(session.text().get())) {
            return TEXTS.get("blocked.older");
        }
        return live.phase().get() == Phase.BOOTING ? TEXTS.get("blocked.booting") : "";
    }
}
