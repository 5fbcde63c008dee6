package dev.lamina.app.studio.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;

/// Moves and zooms what is seen: wheel, two fingers, pinch, the middle button, or dragging while Space is
/// held.
final class PointerMove {
    private static final double WHEEL_STEP = 40;
    private static final double STEP_FACTOR = 1.1;

    private final Viewport viewport;
    private final Pane pane;
    private boolean space;
    private boolean dragged;
    private double lastX;
    private double lastY;

    PointerMove(Viewport viewport) {
        this.viewport = viewport;
        this.pane = viewport.pane();
    }

    void install() {
        pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        pane.addEventHandler(ZoomEvent.ZOOM, event -> {
            viewport.zoom(event.getZoomFactor(), event.getX(), event.getY());
            event.consume();
        });
        pane.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
        pane.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
        pane.addEventFilter(MouseEvent.DRAG_DETECTED, this::consumeWhileDragged);
        pane.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
        pane.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, true));
        pane.addEventFilter(KeyEvent.KEY_RELEASED, event -> key(event, false));
        pane.focusWithinProperty().subscribe(within -> holdSpace(false)); // that it is let go is told to others
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            double factor = Math.pow(STEP_FACTOR, event.getDeltaY() / WHEEL_STEP);
            viewport.zoom(factor, event.getX(), event.getY());
        } else {
            viewport.pan(event.getDeltaX(), event.getDeltaY());
        }
        event.consume();
    }

    private void press(MouseEvent event) {
        if (event.getButton() == MouseButton.MIDDLE || (space && event.getButton() == MouseButton.PRIMARY)) {
            dragged = true;
            lastX = event.getX();
            lastY = event.getY();
            pane.setCursor(Cursor.CLOSED_HAND);
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        if (dragged) {
            viewport.pan(event.getX() - lastX, event.getY() - lastY);
            lastX = event.getX();
            lastY = event.getY();
            event.consume();
        }
    }

    private void consumeWhileDragged(MouseEvent event) {
        if (dragged) {
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        if (dragged) {
            dragged = false;
            pane.setCursor(space ? Cursor.OPEN_HAND : Cursor.DEFAULT);
            event.consume();
        }
    }

    private void key(KeyEvent event, boolean down) {
        if (event.getCode() == KeyCode.SPACE) {
            holdSpace(down);
        }
    }

    private void holdSpace(boolean down) {
        if (space != down) {
            space = down;
            pane.setCursor(down ? Cursor.OPEN_HAND : Cursor.DEFAULT);
        }
    }
}
