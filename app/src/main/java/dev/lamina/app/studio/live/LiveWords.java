package dev.lamina.app.studio.live;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.Lane;
import java.util.Locale;

/// The words of this feature.
final class LiveWords {
    static final Texts TEXTS = Texts.of(LiveWords.class);

    private LiveWords() {}

    /// For example `failed: bind: Address in use`. Files and volumes do not run, they are there.
    static String of(LiveRow row) {
        Vital vital = row.vital();
        Lane lane = row.place().lane();
        boolean there = vital.state() == State.RUNNING && (lane == Lane.FILES || lane == Lane.VOLUMES);
        String state =
                TEXTS.get("state." + (there ? "there" : vital.state().name().toLowerCase(Locale.ROOT)));
        return vital.reason().isEmpty() ? state : TEXTS.get("state.reason", state, vital.reason());
    }
}
