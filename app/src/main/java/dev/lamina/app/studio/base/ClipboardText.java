package dev.lamina.app.studio.base;

import java.util.Optional;

/// Text that is copied and pasted. The system's clipboard, or one of the window's own where there is none.
public interface ClipboardText {
    Optional<String> get();

    void put(String text);
}
