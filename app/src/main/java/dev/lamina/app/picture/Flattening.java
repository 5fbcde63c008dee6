package dev.lamina.app.picture;

import dev.lamina.app.picture.Segment.Close;
import dev.lamina.app.picture.Segment.Curve;
import dev.lamina.app.picture.Segment.Line;
import dev.lamina.app.picture.Segment.Move;
import java.util.ArrayList;
import java.util.List;

/// Makes polygons of outlines.
final class Flattening {
    /// Pieces of a curve, which on a card are a few pixels long.
    private static final int PIECES = 12;

    private static final int LONG_PIECES = 48;
    private static final double LONG = 60;
    private static final int CORNERS = 16;

    private Flattening() {}

    /// The lines of an outline, each x and y in turn.
    static List<double[]> lines(Outline outline) {
        List<double[]> lines = new ArrayList<>();
        List<Double> line = new ArrayList<>();
        for (Segment segment : outline.segments()) {
            switch (segment) {
                case Move(double x, double y) -> {
                    end(line, lines);
                    line = new ArrayList<>(List.of(x, y));
                }
                case Line(double x, double y) -> line.addAll(List.of(x, y));
                case Curve curve -> curve(line, curve);
                case Close() -> {
                    double x = line.get(0);
                    double y = line.get(1);
                    line.addAll(List.of(x, y));
                    end(line, lines);
                    line = new ArrayList<>(List.of(x, y));
                }
            }
        }
        end(line, lines);
        return lines;
    }

    private static void end(List<Double> line, List<double[]> lines) {
        if (line.size() > 2) {
            lines.add(line.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private static void curve(List<Double> line, Curve curve) {
        double x0 = line.get(line.size() - 2);
        double y0 = line.getLast();
        double reach = Math.abs(curve.x() - x0) + Math.abs(curve.y() - y0);
        int pieces = reach > LONG ? LONG_PIECES : PIECES;
        for (int i = 1; i <= pieces; i++) {
            double t = (double) i / pieces;
            double u = 1 - t;
            line.add(u * u * u * x0 + 3 * u * u * t * curve.x1() + 3 * u * t * t * curve.x2() + t * t * t * curve.x());
            line.add(u * u * u * y0 + 3 * u * u * t * curve.y1() + 3 * u * t * t * curve.y2() + t * t * t * curve.y());
        }
    }

    /// The area of lines with round ends. All polygons turn the same way.
    static List<double[]> stroke(Outline outline, double width) {
        List<double[]> polygons = new ArrayList<>();
        for (double[] line : lines(outline)) {
            for (int i = 2; i < line.length; i += 2) {
                polygons.add(capsule(line[i - 2], line[i - 1], line[i], line[i + 1], width / 2));
            }
        }
        return polygons;
    }

    /// All that is not farther from a line than `r`.
    private static double[] capsule(double x0, double y0, double x1, double y1, double r) {
        double length = Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        double cos = length == 0 ? 1 : (x1 - x0) / length;
        double sin = length == 0 ? 0 : (y1 - y0) / length;
        double[] polygon = new double[4 * (CORNERS + 1)];
        for (int i = 0; i <= CORNERS; i++) {
            double angle = Math.PI * i / CORNERS - Math.PI / 2;
            double along = r * StrictMath.cos(angle);
            double across = r * StrictMath.sin(angle);
            int far = 2 * i;
            polygon[far] = x1 + cos * along - sin * across;
            polygon[far + 1] = y1 + sin * along + cos * across;
            int near = 2 * (CORNERS + 1 + i);
            polygon[near] = x0 - cos * along + sin * across;
            polygon[near + 1] = y0 - sin * along - cos * across;
        }
        return polygon;
    }
}
