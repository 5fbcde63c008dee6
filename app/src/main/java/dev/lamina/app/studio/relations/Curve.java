package dev.lamina.app.studio.relations;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/// A curve from one card to another: down or up between rows of cards, in an arc above them within a row.
///
/// @param leaving where the curve heads to first
/// @param arriving where it comes from at last
record Curve(Point2D from, Point2D leaving, Point2D arriving, Point2D to) {
    /// Of curves between the same two cards the next one stands beside the one before.
    private static final double BESIDE = 12;

    private static final double LEAST_BEND = 28;

    /// @param nth of the curves between these two, from 0 on
    static Curve between(Bounds from, Bounds to, int nth) {
        double aside = nth % 2 == 0 ? nth / 2 * BESIDE : -(nth + 1) / 2 * BESIDE;
        double x = from.getCenterX() + aside;
        double endX = to.getCenterX() + aside;
        if (to.getMinY() >= from.getMaxY()) {
            return vertical(new Point2D(x, from.getMaxY()), new Point2D(endX, to.getMinY()), 1);
        }
        if (to.getMaxY() <= from.getMinY()) {
            return vertical(new Point2D(x, from.getMinY()), new Point2D(endX, to.getMaxY()), -1);
        }
        double rise = LEAST_BEND + Math.abs(endX - x) / 12;
        Point2D start = new Point2D(x, from.getMinY());
        Point2D end = new Point2D(endX, to.getMinY());
        return new Curve(start, start.subtract(0, rise), end.subtract(0, rise), end);
    }

    private static Curve vertical(Point2D start, Point2D end, int way) {
        double bend = way * Math.max(LEAST_BEND, Math.abs(end.getY() - start.getY()) / 2);
        return new Curve(start, start.add(0, bend), end.subtract(0, bend), end);
    }

    /// The point that far along, from 0 to 1.
    Point2D at(double t) {
        double u = 1 - t;
        return from.multiply(u * u * u)
                .add(leaving.multiply(3 * u * u * t))
                .add(arriving.multiply(3 * u * t * t))
                .add(to.multiply(t * t * t));
    }

    PathElement[] elements() {
        return new PathElement[] {
            new MoveTo(from.getX(), from.getY()),
            new CubicCurveTo(leaving.getX(), leaving.getY(), arriving.getX(), arriving.getY(), to.getX(), to.getY())
        };
    }
}
