package dev.lamina.app.studio.canvas;

import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// Which part of the canvas is seen, and how large.
///
/// @param x where the canvas' left edge is in the view
/// @param y where its top is
/// @param zoom 1 is the size at which it is laid out
record Camera(double x, double y, double zoom) {
    static final double LEAST = 0.25;
    static final double MOST = 3;

    /// Smaller than anybody would want it, but all of it.
    private static final double LEAST_TO_FIT = 0.05;

    static final Camera START = new Camera(0, 0, 1);

    Camera {
        zoom = Math.clamp(zoom, LEAST_TO_FIT, MOST);
    }

    Camera panned(double dx, double dy) {
        return new Camera(x + dx, y + dy, zoom);
    }

    /// Larger or smaller, with what is at a point of the view staying there.
    Camera zoomed(double factor, double viewX, double viewY) {
        double other = Math.clamp(zoom * factor, Math.min(zoom, LEAST), MOST);
        double grown = other / zoom;
        return new Camera(viewX - (viewX - x) * grown, viewY - (viewY - y) * grown, other);
    }

    /// What is at a point of the view.
    Point2D world(double viewX, double viewY) {
        return new Point2D((viewX - x) / zoom, (viewY - y) / zoom);
    }

    Point2D view(double worldX, double worldY) {
        return new Point2D(worldX * zoom + x, worldY * zoom + y);
    }

    Rectangle2D view(Rectangle2D world) {
        Point2D corner = view(world.getMinX(), world.getMinY());
        return new Rectangle2D(corner.getX(), corner.getY(), world.getWidth() * zoom, world.getHeight() * zoom);
    }

    /// The part of the canvas that a view of some size shows.
    Rectangle2D seen(double viewWidth, double viewHeight) {
        Point2D corner = world(0, 0);
        return new Rectangle2D(corner.getX(), corner.getY(), viewWidth / zoom, viewHeight / zoom);
    }

    /// Moved as little as it takes to see something, with some room around it.
    Camera showing(Rectangle2D world, double viewWidth, double viewHeight, double room) {
        Rectangle2D now = view(world);
        return panned(
                shift(now.getMinX() - room, now.getMaxX() + room, viewWidth),
                shift(now.getMinY() - room, now.getMaxY() + room, viewHeight));
    }

    private static double shift(double from, double to, double size) {
        if (from < 0 || to - from > size) {
            return -from;
        }
        return Math.min(0, size - to);
    }

    /// Moved back so that the canvas is not lost: it fills the view, or lies in it whole.
    ///
    /// @param foot so much may be seen below the canvas, as something lies over the view there
    Camera kept(CanvasLayout layout, double viewWidth, double viewHeight, double foot) {
        double across = viewWidth - layout.width() * zoom;
        double down = viewHeight - layout.height() * zoom;
        return new Camera(
                across >= 0 ? Math.rint(across / 2) : Math.clamp(x, across, 0),
                Math.clamp(y, Math.min(0, down - foot), Math.max(0, down)),
                zoom);
    }

    /// From the upper edge of a view on, as large as all of it can be seen; not larger than at 100 %.
    static Camera fitting(CanvasLayout layout, double viewWidth, double viewHeight) {
        double zoom = Math.min(1, Math.min(viewWidth / layout.width(), viewHeight / layout.height()));
        return new Camera(0, 0, zoom).kept(layout, viewWidth, viewHeight, 0);
    }
}
