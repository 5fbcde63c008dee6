package dev.lamina.app.doctor;

import java.util.Locale;

/// How a check ended, the best first.
public enum Outcome {
    OK,
    /// It works, but not all of it, or slowly.
    LIMITED,
    MISSING,
    /// It could not be found out, or was not tried yet.
    UNKNOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
