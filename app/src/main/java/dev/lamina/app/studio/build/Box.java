package dev.lamina.app.studio.build;

/// A rectangle of a drawing.
record Box(double x, double y, double width, double height) {

    double area() {
        return width * height;
    }

    double shorter() {
        return Math.min(width, height);
    }

    boolean contains(double px, double py) {
        return px >= x && px < x + width && py >= y && py < y + height;
    }

    double middleX() {
        return x + width / 2;
    }

    double middleY() {
        return y + height / 2;
    }

    /// Without a strip at the top, and without an edge at the other sides; never less than nothing.
    Box inside(double top, double edge) {
        return new Box(
                x + Math.min(edge, width / 2),
                y + Math.min(top, height),
                Math.max(0, width - 2 * edge),
                Math.max(0, height - top - edge));
    }
}
