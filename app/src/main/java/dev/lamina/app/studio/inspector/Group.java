package dev.lamina.app.studio.inspector;

import java.util.Locale;

/// The sections of a form, in their order.
enum Group {
    GENERAL,
    PRIVILEGES,
    MOUNTS,
    RESOURCES,
    RUNTIME;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
