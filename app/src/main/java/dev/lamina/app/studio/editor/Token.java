package dev.lamina.app.studio.editor;

import java.util.Locale;

/// A piece of a line that is shown in a colour of its own.
///
/// @param from column of its first character
/// @param to column behind its last character
record Token(int from, int to, Kind kind) {

    enum Kind {
        KEY,
        TEXT,
        NUMBER,
        TRUTH,
        COMMENT,
        NOTE,
        ANCHOR,
        MARKER,
        IMAGE,
        CAPABILITY,
        PUNCTUATION,
        SPACE;

        /// The class that style sheets know it by.
        String styleClass() {
            return "yaml-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
