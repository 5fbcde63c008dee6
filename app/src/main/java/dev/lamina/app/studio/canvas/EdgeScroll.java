package dev.lamina.app.studio.canvas;

import javafx.animation.AnimationTimer;

/// Moves the canvas while something is dragged near an edge of the view.
final class EdgeScroll extends AnimationTimer {
    private static final double EDGE = 36;
    private static final double FASTEST = 14;

    private final Viewport viewport;
    private final Runnable moved;
    private double dx;
    private double dy;

    /// @param moved called when the canvas moved below the pointer
    EdgeScroll(Viewport viewport, Runnable moved) {
        this.viewport = viewport;
        this.moved = moved;
    }

    /// The pointer is here in the view.
    void at(double x, double y) {
        dx = speed(x, viewport.pane().getWidth());
        dy = speed(y, viewport.pane().getHeight());
        if (dx != 0 || dy != 0) {
            start();
        } else {
            stop();
        }
    }

    private static double speed(double at, double size) {
        double before = Math.max(0, EDGE - at);
        double behind = Math.max(0, at - (size - EDGE));
        return Math.clamp(before - behind, -EDGE, EDGE) / EDGE * FASTEST;
    }

    @Override
    public void handle(long now) {
        viewport.pan(dx, dy);
        moved.run();
    }
}
