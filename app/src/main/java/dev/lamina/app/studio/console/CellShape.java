package dev.lamina.app.studio.console;

/// A piece of a character that is drawn rather than taken from a font, in pixels from the corner of its cell.
sealed interface CellShape {

    /// @param strength how much of the colour covers what is behind it; 1 is all
    record Box(int x, int y, int width, int height, double strength) implements CellShape {}

    record Slant(double x1, double y1, double x2, double y2, double thickness) implements CellShape {}

    /// From the middle of one side, round a corner, to the middle of another.
    ///
    /// @param x where it begins, above or below the corner
    /// @param cornerX where the two sides would meet
    /// @param endX where it ends, beside the corner
    record Bend(double x, double y, double cornerX, double cornerY, double endX, double endY, double thickness)
            implements CellShape {}
}
