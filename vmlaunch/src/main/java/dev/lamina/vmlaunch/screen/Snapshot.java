package dev.lamina.vmlaunch.screen;

import java.util.List;

/// What a terminal shows at one moment; it never changes. Lines have numbers that count from the very first
/// line, so that selections and search hits survive scrolling. Numbers last until [#generation] differs:
/// then the width has changed, lines were broken anew, and what was remembered by number is to be
/// forgotten. A line that did not change between two snapshots is the same object while it is on the
/// screen.
/// @param first the number of the first of `lines`
/// @param lines as many as were asked for and are there
/// @param oldest the number of the oldest line that is kept
/// @param screenTop the number of the line at the top of the screen
/// @param newest the number of the line at the bottom of the screen: `screenTop + rows - 1`
/// @param columns of the screen; lines are shorter when nothing was written at their end
/// @param rows of the screen
/// @param changes the value of [Terminal#changes] that this belongs to
public record Snapshot(
        long first,
        List<Line> lines,
        Cursor cursor,
        Modes modes,
        long oldest,
        long screenTop,
        long newest,
        int columns,
        int rows,
        long changes,
        long generation) {
    public Snapshot {
        lines = List.copyOf(lines);
    }
}
