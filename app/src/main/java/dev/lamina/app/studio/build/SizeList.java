package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;

/// What the list beside the treemap shows.
enum SizeList {
    COMPONENTS,
    FILES,
    DUPLICATES;

    /// For texts.
    String key() {
        return Texts.word(this);
    }
}
