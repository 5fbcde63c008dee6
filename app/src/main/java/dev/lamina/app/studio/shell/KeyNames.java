package dev.lamina.app.studio.shell;

import javafx.scene.input.KeyCombination;

/// Keys as people read them.
final class KeyNames {
    private KeyNames() {}

    /// E.g. `Ctrl+Shift+P`, on macOS with its signs.
    static String of(KeyCombination key) {
        return key.getDisplayText();
    }
}
