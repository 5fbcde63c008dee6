package dev.lamina.app.picture;

import dev.lamina.app.picture.Segment.Close;
import dev.lamina.app.picture.Segment.Curve;
import dev.lamina.app.picture.Segment.Line;
import dev.lamina.app.picture.Segment.Move;
import java.util.ArrayList;
import java.util.List;

/// Lines and curves, one after the other.
record Outline(List<Segment> segments) {
    /// How far the handles of a curve are from its ends, so that it is a quarter of a circle of radius 1.
    private static final double QUARTER = 0.5523;

    Outline {
        segments = List.copyOf(segments);
    }

    /// A rectangle with round corners.
    static Outline box(double x, double y, double width, double height, double radius) {
        double r = Math.min(radius, Math.min(width, height) / 2);
        double k = r - r * QUARTER;
        double right = x + width;
        double bottom = y + height;
        return new Outline(List.of(
                new Move(x + r, y),
                new Line(right - r, y),
                new Curve(right - k, y, right, y + k, right, y + r),
                new Line(right, bottom - r),
                new Curve(right, bottom - k, right - k, bottom, right - r, bottom),
                new Line(x + r, bottom),
                new Curve(x + k, bottom, x, bottom - k, x, bottom - r),
                new Line(x, y + r),
                new Curve(x, y + k, x + k, y, x + r, y),
                new Close()));
    }

    /// The left end of a rectangle with round corners, as wide as its corners are round.
    static Outline leftEnd(double x, double y, double radius, double height) {
        double k = radius - radius * QUARTER;
        double bottom = y + height;
        return new Outline(List.of(
                new Move(x + radius, y),
                new Curve(x + k, y, x, y + k, x, y + radius),
                new Line(x, bottom - radius),
                new Curve(x, bottom - k, x + k, bottom, x + radius, bottom),
                new Close()));
    }

    /// The same elsewhere, and in another size.
    Outline placed(double x, double y, double scaleX, double scaleY) {
        List<Segment> placed = new ArrayList<>();
        for (Segment segment : segments) {
            placed.add(
                    switch (segment) {
                        case Move(double px, double py) -> new Move(x + px * scaleX, y + py * scaleY);
                        case Line(double px, double py) -> new Line(x + px * scaleX, y + py * scaleY);
                        case Curve(double x1, double y1, double x2, double y2, double px, double py) ->
                            new Curve(
                                    x + x1 * scaleX,
                                    y + y1 * scaleY,
                                    x + x2 * scaleX,
                                    y + y2 * scaleY,
                                    x + px * scaleX,
                                    y + py * scaleY);
                        case Close close -> close;
                    });
        }
        return new Outline(placed);
    }
}
