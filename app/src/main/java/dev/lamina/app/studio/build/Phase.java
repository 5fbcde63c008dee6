package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;

/// Where the build of a document is.
enum Phase {
    /// Nothing was built since the window opened the document.
    IDLE,
    BUILDING,
    /// The user wants it to stop, and it will.
    CANCELLING,
    CANCELLED,
    FAILED,
    DONE;

    boolean running() {
        return this == BUILDING || this == CANCELLING;
    }

    /// For style sheets and texts.
    String key() {
        return Texts.word(this);
    }
}
