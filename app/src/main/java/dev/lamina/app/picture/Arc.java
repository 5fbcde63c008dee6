package dev.lamina.app.picture;

import dev.lamina.app.picture.Segment.Curve;
import java.util.ArrayList;
import java.util.List;

/// A part of an ellipse that is not turned, as SVG's `A` names it (SVG 1.1, F.6.5), made of curves. All is
/// reckoned with [StrictMath], so that it is the same on every processor.
record Arc(double x, double y, double rx, double ry, boolean large, boolean sweep, double endX, double endY) {

    /// Each at most a quarter of the ellipse.
    List<Curve> curves() {
        double halfX = (x - endX) / 2;
        double halfY = (y - endY) / 2;
        double reach = halfX * halfX / (rx * rx) + halfY * halfY / (ry * ry);
        // Radii that are too small grow until the ends are on the ellipse.
        double grow = reach > 1 ? StrictMath.sqrt(reach) : 1;
        double a = rx * grow;
        double b = ry * grow;
        double left = a * a * b * b - a * a * halfY * halfY - b * b * halfX * halfX;
        double across = a * a * halfY * halfY + b * b * halfX * halfX;
        double factor = across == 0 ? 0 : StrictMath.sqrt(Math.max(0, left / across)) * (large == sweep ? -1 : 1);
        double middleX = factor * a * halfY / b;
        double middleY = -factor * b * halfX / a;
        double from = StrictMath.atan2((halfY - middleY) / b, (halfX - middleX) / a);
        double to = StrictMath.atan2((-halfY - middleY) / b, (-halfX - middleX) / a);
        double angle = to - from;
        if (sweep && angle <= 0) {
            angle += 2 * Math.PI;
        } else if (!sweep && angle >= 0) {
            angle -= 2 * Math.PI;
        }
        return pieces(middleX + (x + endX) / 2, middleY + (y + endY) / 2, a, b, from, angle);
    }

    private List<Curve> pieces(double centreX, double centreY, double a, double b, double from, double angle) {
        int count = (int) Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-9);
        List<Curve> pieces = new ArrayList<>();
        double step = angle / count;
        double handle = 4.0 / 3 * StrictMath.tan(step / 4);
        for (int i = 0; i < count; i++) {
            double start = from + i * step;
            double end = start + step;
            double cos = StrictMath.cos(start);
            double sin = StrictMath.sin(start);
            double endCos = StrictMath.cos(end);
            double endSin = StrictMath.sin(end);
            boolean last = i == count - 1;
            pieces.add(new Curve(
                    centreX + a * (cos - handle * sin),
                    centreY + b * (sin + handle * cos),
                    centreX + a * (endCos + handle * endSin),
                    centreY + b * (endSin - handle * endCos),
                    last ? endX : centreX + a * endCos,
                    last ? endY : centreY + b * endSin));
        }
        return pieces;
    }
}
