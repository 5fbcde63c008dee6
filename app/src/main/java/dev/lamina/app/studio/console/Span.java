package dev.lamina.app.studio.console;

/// Some cells of a line that stand beside each other.
///
/// @param from the first column
/// @param to the column behind the last
record Span(int from, int to) {
    boolean contains(int column) {
        return column >= from && column < to;
    }
}
