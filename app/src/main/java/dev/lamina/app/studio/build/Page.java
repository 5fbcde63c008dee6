package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;

/// What the pane shows beside the choices.
enum Page {
    STEPS,
    SIZES,
    CHANGES,
    BUILDS;

    /// For texts.
    String key() {
        return Texts.word(this);
    }
}
