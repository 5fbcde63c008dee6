package dev.lamina.app.studio.console;

/// A place on a screen and in what was scrolled out of it: between two cells.
///
/// @param line counted from the very first line ever, so that it stays the same while lines scroll
/// @param column of the cell behind it
record Spot(long line, int column) implements Comparable<Spot> {
    @Override
    public int compareTo(Spot other) {
        return line != other.line ? Long.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
