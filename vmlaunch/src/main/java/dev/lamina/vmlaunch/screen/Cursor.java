package dev.lamina.vmlaunch.screen;

/// Where the next character goes, and how to show it.
/// @param line the number of its line, as in [Snapshot]
/// @param column from 0; always inside the screen
/// @param visible whether the guest wants it to be seen
public record Cursor(long line, int column, boolean visible, Shape shape, boolean blinking) {
    /// What a cursor looks like.
    public enum Shape {
        BLOCK,
        UNDERLINE,
        BAR
    }
}
