package dev.lamina.app.picture;

import dev.lamina.app.picture.Segment.Close;
import dev.lamina.app.picture.Segment.Curve;
import dev.lamina.app.picture.Segment.Line;
import dev.lamina.app.picture.Segment.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the path data of SVG (SVG 1.1, 8.3), as icons and letters here have it: `M L H V C S Q A Z`,
/// absolute or not. Only for data that comes with Lamina: what is wrong in it is a mistake of ours.
final class PathReader {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z]|[-+]?(?:\\d+\\.?\\d*|\\.\\d+)");

    private final List<String> tokens;
    private final List<Segment> segments = new ArrayList<>();
    private int next;
    private double x;
    private double y;
    private double startX;
    private double startY;
    private double handleX;
    private double handleY;

    private PathReader(List<String> tokens) {
        this.tokens = tokens;
    }

    static Outline read(String data) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(data);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        PathReader reader = new PathReader(tokens);
        reader.all();
        return new Outline(reader.segments);
    }

    private void all() {
        char command = 'M';
        while (next < tokens.size()) {
            if (Character.isLetter(tokens.get(next).charAt(0))) {
                command = tokens.get(next++).charAt(0);
            } else if (command == 'M' || command == 'm') {
                command = command == 'M' ? 'L' : 'l'; // more points behind the first are lines
            }
            boolean relative = Character.isLowerCase(command);
            one(Character.toUpperCase(command), relative ? x : 0, relative ? y : 0);
        }
    }

    /// @param dx what numbers are relative to
    private void one(char command, double dx, double dy) {
        switch (command) {
            case 'M' -> move(dx + number(), dy + number());
            case 'L' -> line(dx + number(), dy + number());
            case 'H' -> line(dx + number(), y);
            case 'V' -> line(x, dy + number());
            case 'C' -> curve(dx + number(), dy + number(), dx + number(), dy + number(), dx + number(), dy + number());
            case 'S' ->
                curve(2 * x - handleX, 2 * y - handleY, dx + number(), dy + number(), dx + number(), dy + number());
            case 'Q' -> quadratic(dx + number(), dy + number(), dx + number(), dy + number());
            case 'A' -> arc(number(), number(), number(), number() != 0, number() != 0, dx + number(), dy + number());
            case 'Z' -> {
                segments.add(new Close());
                at(startX, startY);
            }
            default -> throw new IllegalArgumentException("path with " + command);
        }
    }

    private double number() {
        return Double.parseDouble(tokens.get(next++));
    }

    private void at(double px, double py) {
        x = px;
        y = py;
        handleX = px;
        handleY = py;
    }

    private void move(double px, double py) {
        segments.add(new Move(px, py));
        startX = px;
        startY = py;
        at(px, py);
    }

    private void line(double px, double py) {
        segments.add(new Line(px, py));
        at(px, py);
    }

    private void curve(double x1, double y1, double x2, double y2, double px, double py) {
        segments.add(new Curve(x1, y1, x2, y2, px, py));
        at(px, py);
        handleX = x2;
        handleY = y2;
    }

    private void quadratic(double qx, double qy, double px, double py) {
        curve(x + (qx - x) * 2 / 3, y + (qy - y) * 2 / 3, px + (qx - px) * 2 / 3, py + (qy - py) * 2 / 3, px, py);
    }

    private void arc(double rx, double ry, double turn, boolean large, boolean sweep, double px, double py) {
        if (turn != 0) {
            throw new IllegalArgumentException("arc of a turned ellipse");
        }
        new Arc(x, y, rx, ry, large, sweep, px, py)
                .curves()
                .forEach(piece -> curve(piece.x1(), piece.y1(), piece.x2(), piece.y2(), piece.x(), piece.y()));
    }
}
