package dev.lamina.app.studio.live;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.studio.base.Texts;
import java.util.Locale;

/// The words of this feature.
final class LiveWords {
    static final Texts TEXTS = Texts.of(LiveWords.class);

    private LiveWords() {}

    /// For example `failed: bind: Address in use`.
    static String of(Vital vital) {
        String state = TEXTS.get("state." + vital.state().name().toLowerCase(Locale.ROOT));
        return vital.reason().isEmpty() ? state : TEXTS.get("state.reason", state, vital.reason());
    }
}
