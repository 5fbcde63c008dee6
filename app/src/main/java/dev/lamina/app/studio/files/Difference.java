package dev.lamina.app.studio.files;

import dev.lamina.model.edit.Diff;

/// What differs between two texts, to be read by people.
final class Difference {
    /// Nobody reads a difference of texts that are larger, and it would take long to find.
    private static final int LARGEST = 200_000;

    private Difference() {}

    /// Empty when a text is too large.
    static String of(String title, String before, String after) {
        return Math.max(before.length(), after.length()) <= LARGEST ? Diff.of(title, before, after) : "";
    }
}
