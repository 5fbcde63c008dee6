package dev.lamina.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a service that has ended is started again, as the annotation `dev.lamina.restart` says.
public enum RestartPolicy {
    /// As without the annotation.
    NO,

    /// When its exit code is not 0.
    ON_FAILURE,

    ALWAYS;

    public static final String ANNOTATION = "dev.lamina.restart";

    /// As documents write it, e.g. `on-failure`.
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(RestartPolicy::text).toList();
    }

    /// Only the exact form.
    public static Optional<RestartPolicy> parse(String text) {
        return Arrays.stream(values())
                .filter(policy -> policy.text().equals(text))
                .findFirst();
    }
}
