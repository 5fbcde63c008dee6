package dev.lamina.app.studio.palette;

import java.util.Locale;

/// The parts of the palette, in their order. Each entry belongs to one; those used last are shown once more on top.
public enum Group {
    RECENT,
    BUILT_IN,
    OWN,
    LINUXKIT,
    COMMON,
    STORE,
    SNIPPETS;

    /// In the texts and in what is kept, e.g. `built-in`.
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
