package dev.lamina.app.studio;

import java.lang.reflect.Method;

/// What desktops know the program by.
final class Identity {
    /// As `StartupWMClass` in the desktop entry: by it a window and its entry find each other.
    static final String NAME = "Lamina";

    private Identity() {}

    /// Must come before the first window.
    ///
    /// Only programs that extend JavaFX's `Application` can say their name, and those cannot be handed what
    /// they work with. So this calls what JavaFX itself calls; where it does not find it, windows are called
    /// `java`.
    static void announce() {
        try {
            Class<?> toolkit = Class.forName("com.sun.glass.ui.Application");
            Method current = toolkit.getMethod("GetApplication");
            toolkit.getMethod("setName", String.class).invoke(current.invoke(null), NAME);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // nothing depends on it but the place of the icon
        }
    }
}
