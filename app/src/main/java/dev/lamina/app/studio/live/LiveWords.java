package dev.lamina.app.studio.live;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.session.VitalKey;

/// The words of this feature.
final class LiveWords {
    static final Texts TEXTS = Texts.of(LiveWords.class);

    private LiveWords() {}

    /// For example `failed: bind: Address in use`.
    static String of(LiveRow row) {
        Vital vital = row.vital();
        String state = TEXTS.get("state." + VitalKey.of(row.place().lane(), vital));
        return vital.reason().isEmpty() ? state : TEXTS.get("state.reason", state, vital.reason());
    }
}
