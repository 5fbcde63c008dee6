package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Place;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Clicks select cards; dragging from an empty place selects what the rubber band touches.
final class PointerSelect {
    private static final double LEAST = 4;

    private final Viewport viewport;
    private final CanvasFocus focus;
    private final CardFocus cardFocus;
    private final Region band = new Region();
    private Optional<Point2D> start = Optional.empty();
    private Optional<Place> pressed = Optional.empty();
    private List<Place> kept = List.of();

    PointerSelect(Viewport viewport, CanvasFocus focus, CardFocus cardFocus) {
        this.viewport = viewport;
        this.focus = focus;
        this.cardFocus = cardFocus;
        band.getStyleClass().add("canvas-band");
        band.setManaged(false);
        band.setMouseTransparent(true);
        band.setVisible(false);
    }

    /// What shows the rubber band.
    Region band() {
        return band;
    }

    void install() {
        viewport.pane().addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        viewport.pane().addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        viewport.pane().addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    private void press(MouseEvent event) {
        if (event.isConsumed() || event.getButton() == MouseButton.MIDDLE) {
            return;
        }
        viewport.hold(true);
        Point2D at = viewport.world(event.getX(), event.getY());
        pressed = viewport.layout().get().at(at.getX(), at.getY());
        if (pressed.isPresent()) {
            pressCard(event, pressed.get());
        } else if (event.getButton() == MouseButton.PRIMARY) {
            start = Optional.of(at);
            kept = event.isShiftDown() || event.isShortcutDown() ? List.copyOf(focus.selected()) : List.of();
            if (kept.isEmpty()) {
                focus.chooseNone();
            }
            viewport.pane().requestFocus();
        }
    }

    private void pressCard(MouseEvent event, Place place) {
        if (event.isShiftDown()) {
            focus.extend(place, viewport.steps());
        } else if (event.isShortcutDown()) {
            focus.toggle(place);
        } else if (!focus.selected().contains(place)) {
            focus.choose(place);
        } else {
            focus.to(place); // perhaps several are to be dragged
        }
        cardFocus.request();
    }

    private void drag(MouseEvent event) {
        if (start.isEmpty()) {
            return;
        }
        Point2D from =
                viewport.camera().get().view(start.get().getX(), start.get().getY());
        double width = Math.abs(event.getX() - from.getX());
        double height = Math.abs(event.getY() - from.getY());
        if (!band.isVisible() && Math.max(width, height) < LEAST) {
            return;
        }
        double left = Math.min(from.getX(), event.getX());
        double top = Math.min(from.getY(), event.getY());
        band.setVisible(true);
        band.resizeRelocate(left, top, width, height);
        Point2D corner = viewport.world(left, top);
        double zoom = viewport.camera().get().zoom();
        Rectangle2D part = new Rectangle2D(corner.getX(), corner.getY(), width / zoom, height / zoom);
        focus.band(viewport.layout().get().within(part), kept);
    }

    private void release(MouseEvent event) {
        viewport.hold(false);
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && event.isStillSincePress();
        if (plain && event.getButton() == MouseButton.PRIMARY) {
            pressed.ifPresent(focus::choose);
        }
        band.setVisible(false);
        start = Optional.empty();
        pressed = Optional.empty();
    }
}
