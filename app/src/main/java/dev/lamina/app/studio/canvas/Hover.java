package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Place;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/// The card below the pointer, and the tooltip with all that it has no room for.
final class Hover {
    private static final Duration DELAY = Duration.millis(500);
    private static final double WIDEST = 420;

    private final Viewport viewport;
    private final WorldView world;
    private final CanvasViewModel model;
    private final CardText words;
    private final CardLife life;
    private final Tooltip tip = new Tooltip();
    private final ReadOnlyObjectWrapper<Optional<Place>> place = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Node> shown = Optional.empty();

    Hover(Viewport viewport, WorldView world, CanvasViewModel model, CardText words, CardLife life) {
        this.viewport = viewport;
        this.world = world;
        this.model = model;
        this.words = words;
        this.life = life;
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        tip.setShowDelay(DELAY);
    }

    void install() {
        Pane pane = viewport.pane();
        pane.addEventHandler(MouseEvent.MOUSE_MOVED, event -> {
            Point2D at = viewport.world(event.getX(), event.getY());
            place.set(viewport.layout().get().at(at.getX(), at.getY()));
        });
        pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> place.set(Optional.empty()));
        place.subscribe(this::show);
    }

    private void show(Optional<Place> now) {
        shown.ifPresent(node -> Tooltip.uninstall(node, tip));
        Optional<Card> card = now.flatMap(model::at);
        shown = card.flatMap(world::view).map(view -> view);
        card.ifPresent(there -> tip.setText(words.tooltip(there, life.of(there.place()))));
        shown.ifPresent(node -> Tooltip.install(node, tip));
    }

    ReadOnlyObjectProperty<Optional<Place>> place() {
        return place.getReadOnlyProperty();
    }
}
