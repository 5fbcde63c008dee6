package dev.lamina.app.picture;

/// A piece of an outline. All coordinates are absolute, and y grows downwards.
sealed interface Segment {
    /// Where a new line begins.
    record Move(double x, double y) implements Segment {}

    record Line(double x, double y) implements Segment {}

    /// A cubic Bézier curve.
    record Curve(double x1, double y1, double x2, double y2, double x, double y) implements Segment {}

    /// Back to where the line began.
    record Close() implements Segment {}
}
