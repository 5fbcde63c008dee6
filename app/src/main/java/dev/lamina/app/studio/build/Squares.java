package dev.lamina.app.studio.build;

import java.util.ArrayList;
import java.util.List;

/// Divides a rectangle among weights, so that the parts are about as wide as high: the squarified treemap of Bruls,
/// Huizing and van Wijk (2000). Parts fill rows along the shorter side; a row ends where one more part would make
/// its parts longer.
final class Squares {
    private final List<Box> boxes = new ArrayList<>();
    private final List<Double> row = new ArrayList<>();
    private Box free;
    private double sum;

    private Squares(Box area) {
        this.free = area;
    }

    /// A box for each weight, in their order. Together they fill the area.
    ///
    /// @param weights all above 0, best with the largest first
    static List<Box> of(Box area, List<Double> weights) {
        double whole = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (weights.isEmpty() || area.area() <= 0 || whole <= 0) {
            return List.of();
        }
        double scale = area.area() / whole;
        Squares squares = new Squares(area);
        weights.forEach(weight -> squares.add(weight * scale));
        squares.endRow();
        return List.copyOf(squares.boxes);
    }

    private void add(double size) {
        if (!row.isEmpty() && worst(size) > worst(0)) {
            endRow();
        }
        row.add(size);
        sum += size;
    }

    /// The worst relation of the sides of a part in the row.
    ///
    /// @param more the size of one more part, or 0
    private double worst(double more) {
        double all = sum + more;
        double largest = Math.max(row.getFirst(), more);
        double smallest = more > 0 ? Math.min(row.getLast(), more) : row.getLast();
        double side = free.shorter() * free.shorter();
        return Math.max(side * largest / (all * all), all * all / (side * smallest));
    }

    private void endRow() {
        if (free.shorter() <= 0) {
            row.forEach(size -> boxes.add(new Box(free.x(), free.y(), 0, 0))); // rounding left nothing
            row.clear();
            return;
        }
        boolean wide = free.width() >= free.height();
        double thickness = wide ? sum / free.height() : sum / free.width();
        double at = wide ? free.y() : free.x();
        for (double size : row) {
            double length = size / thickness;
            boxes.add(wide ? new Box(free.x(), at, thickness, length) : new Box(at, free.y(), length, thickness));
            at += length;
        }
        free = wide
                ? new Box(free.x() + thickness, free.y(), Math.max(0, free.width() - thickness), free.height())
                : new Box(free.x(), free.y() + thickness, free.width(), Math.max(0, free.height() - thickness));
        row.clear();
        sum = 0;
    }
}
