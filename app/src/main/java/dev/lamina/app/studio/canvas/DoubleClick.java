package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.DocumentSession;
import dev.lamina.app.studio.session.Lane;
import dev.lamina.app.studio.session.Place;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Two clicks on a card show it in all views; two clicks on an empty place ask what to add there.
final class DoubleClick {
    private final Viewport viewport;
    private final DocumentSession session;
    /// Gets the place, and where the pointer is in the scene.
    private final BiConsumer<Place, Point2D> adding;

    DoubleClick(Viewport viewport, DocumentSession session, BiConsumer<Place, Point2D> adding) {
        this.viewport = viewport;
        this.session = session;
        this.adding = adding;
    }

    void install() {
        viewport.pane().addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            // With a key held down each click changes the selection.
            boolean plain = !event.isShiftDown() && !event.isShortcutDown();
            boolean twice = event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2;
            if (twice && plain && event.isStillSincePress()) {
                Point2D at = viewport.world(event.getX(), event.getY());
                Optional<Place> card = viewport.layout().get().at(at.getX(), at.getY());
                card.ifPresentOrElse(place -> session.selection().reveal(place.path()), () -> addAt(at, event));
            }
        });
    }

    private void addAt(Point2D at, MouseEvent event) {
        adding.accept(slot(viewport.layout().get(), at), new Point2D(event.getSceneX(), event.getSceneY()));
    }

    /// The place of a lane that is at a point of the world.
    static Place slot(CanvasLayout layout, Point2D at) {
        LaneBox box = layout.laneAt(at.getY());
        boolean kernel = box.lane() == Lane.KERNEL;
        return new Place(box.lane(), kernel ? 0 : box.slot(at.getX(), at.getY()));
    }
}
