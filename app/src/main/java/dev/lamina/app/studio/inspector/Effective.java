package dev.lamina.app.studio.inspector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a value will be that the document does not give, and who says so.
///
/// @param text for people; empty when there is no value
/// @param elements of a list of texts; empty for anything else
record Effective(String text, List<String> elements, Source source) {
    static final Effective UNKNOWN = of("", Source.DEFAULT);

    Effective {
        elements = List.copyOf(elements);
    }

    static Effective of(String text, Source source) {
        return new Effective(text, List.of(), source);
    }

    /// The words of a list of texts: those that the document gives, else these.
    List<String> words(Optional<Object> given) {
        return given.map(value -> value instanceof List<?> list
                        ? list.stream().map(String::valueOf).toList()
                        : List.<String>of())
                .orElse(elements);
    }

    Effective from(Source other) {
        return new Effective(text, elements, other);
    }

    enum Source {
        HERE,
        LABEL,
        IMAGE,
        DEFAULT,

        /// Several components, each with another value.
        DIFFERENT;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
