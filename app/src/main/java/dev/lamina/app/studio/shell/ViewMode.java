package dev.lamina.app.studio.shell;

import java.util.Arrays;
import java.util.Locale;

/// What of a document is beside the other: its picture, its text, or both.
enum ViewMode {
    CANVAS,
    SPLIT,
    TEXT;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ViewMode of(String key) {
        return Arrays.stream(values())
                .filter(mode -> mode.key().equals(key))
                .findFirst()
                .orElse(SPLIT);
    }
}
