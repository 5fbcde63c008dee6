package dev.lamina.app.studio.build;

/// What the list beside the treemap shows.
enum SizeList {
    COMPONENTS,
    FILES,
    DUPLICATES;

    /// For texts.
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
