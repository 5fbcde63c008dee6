package dev.lamina.app.studio;

import com.sun.glass.ui.Application;

/// What desktops know the program by.
final class Identity {
    /// As `StartupWMClass` in the desktop entry: by it a window and its entry find each other.
    static final String NAME = "Lamina";

    private Identity() {}

    /// Must come before the first window.
    ///
    /// Only programs that extend JavaFX's `Application` can say their name, and those cannot be handed what
    /// they work with. So this calls what JavaFX itself calls.
    static void announce() {
        Application.GetApplication().setName(NAME);
    }
}
