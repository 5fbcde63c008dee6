package dev.lamina.app.studio.live;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import java.util.Locale;
import java.util.Set;

/// The words of this feature.
final class LiveWords {
    static final Texts TEXTS = Texts.of(LiveWords.class);

    private static final Set<Lane> LYING = Set.of(Lane.VOLUMES, Lane.FILES);

    private LiveWords() {}

    /// For example `failed: bind: Address in use`.
    static String of(LiveRow row) {
        Vital vital = row.vital();
        String lane = row.place().lane().key();
        String key = vital.state().name().toLowerCase(Locale.ROOT);
        // Files and volumes do not run, they are there.
        boolean lies =
                vital.state() == State.RUNNING && LYING.contains(row.place().lane());
        String state = TEXTS.get("state." + (lies ? key + "." + lane : key));
        return vital.reason().isEmpty() ? state : TEXTS.get("state.reason", state, vital.reason());
    }
}
