package dev.lamina.app.studio.inspector;

import java.util.Locale;

/// What a value will be that the document does not give, and who says so.
///
/// @param text for people; empty when there is no value
record Effective(String text, Source source) {
    static final Effective UNKNOWN = new Effective("", Source.DEFAULT);

    enum Source {
        HERE,
        LABEL,
        IMAGE,
        DEFAULT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
