package dev.lamina.app.studio.session;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.base.Texts;
import java.util.Set;

/// Which words say how a component is. Files and volumes do not run, they are there.
public final class VitalKey {
    private static final Set<State> PLACED = Set.of(State.WAITING, State.RUNNING, State.STOPPED);

    private VitalKey() {}

    /// For example `failed`, `running`, `running.files`.
    public static String of(Lane lane, Vital vital) {
        String state = Texts.word(vital.state());
        boolean lies = lane == Lane.FILES || lane == Lane.VOLUMES;
        return lies && PLACED.contains(vital.state()) ? state + "." + lane.key() : state;
    }
}
