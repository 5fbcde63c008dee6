package dev.lamina.app.studio.build;

/// What the pane shows beside the choices.
enum Page {
    STEPS,
    SIZES,
    CHANGES,
    BUILDS;

    /// For texts.
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
