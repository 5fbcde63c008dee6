package dev.lamina.app.studio.build;

import java.util.OptionalLong;

/// A line of the difference of two builds.
///
/// @param title a path, a component, or the words of a heading
/// @param detail what differs; may be empty
/// @param growth in bytes, where there is any
record ChangeRow(Kind kind, String title, String detail, OptionalLong growth) {

    enum Kind {
        HEADING,
        ADDED,
        REMOVED,
        CHANGED;

        /// What stands before the line.
        String sign() {
            return switch (this) {
                case HEADING -> "";
                case ADDED -> "+";
                case REMOVED -> "−";
                case CHANGED -> "~";
            };
        }
    }

    static ChangeRow heading(String words) {
        return new ChangeRow(Kind.HEADING, words, "", OptionalLong.empty());
    }
}
