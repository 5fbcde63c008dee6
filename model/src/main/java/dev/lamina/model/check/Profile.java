package dev.lamina.model.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How strict a review is.
public enum Profile {
    /// Errors, critical and high findings, and warnings. What the label of a built-in component asks for is taken as
    /// its
    /// job.
    BASELINE,

    /// Everything, for everybody.
    RESTRICTED,

    /// As baseline, but what is known to be part of a system, LinuxKit's packages too, is only information.
    SYSTEM;

    /// As options write it, e.g. `baseline`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(Profile::text).toList();
    }

    public static Optional<Profile> parse(String text) {
        return Arrays.stream(values())
                .filter(profile -> profile.text().equals(text))
                .findFirst();
    }

    /// Whether findings of this severity are shown.
    public boolean shows(Severity severity) {
        return this == RESTRICTED
                || switch (severity) {
                    case ERROR, CRITICAL, HIGH, WARNING -> true;
                    case MEDIUM, LOW, INFO -> false;
                };
    }
}
