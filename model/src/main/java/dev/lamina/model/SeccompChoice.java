package dev.lamina.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which system calls the programs of a container may make, as the annotation `dev.lamina.seccomp` says.
public enum SeccompChoice {
    /// Those of Lamina's own profile.
    DEFAULT,

    /// All, as without the annotation.
    UNCONFINED;

    public static final String ANNOTATION = "dev.lamina.seccomp";

    /// As documents write it, e.g. `default`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> texts() {
        return Arrays.stream(values()).map(SeccompChoice::text).toList();
    }

    /// Only the exact form.
    public static Optional<SeccompChoice> parse(String text) {
        return Arrays.stream(values())
                .filter(choice -> choice.text().equals(text))
                .findFirst();
    }
}
