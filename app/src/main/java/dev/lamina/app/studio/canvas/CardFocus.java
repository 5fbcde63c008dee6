package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Place;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Keeps the focus of the window and the card that has it in step.
final class CardFocus {
    private final Viewport viewport;
    private final WorldView world;
    private final CanvasFocus focus;
    private final CanvasViewModel model;

    CardFocus(Viewport viewport, WorldView world, CanvasFocus focus, CanvasViewModel model) {
        this.viewport = viewport;
        this.world = world;
        this.focus = focus;
        this.model = model;
    }

    void install() {
        viewport.pane().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(owner -> ownerIs(scene, owner));
            }
        });
        viewport.whenFocusIsLost(this::request);
        focus.card().subscribe(card -> stops());
        viewport.layout().subscribe(layout -> stops());
    }

    /// Where the Tab key stops.
    private void stops() {
        Set<Long> stops = new HashSet<>();
        viewport.stops().forEach(place -> model.at(place).ifPresent(card -> stops.add(card.id())));
        world.views()
                .forEach(view ->
                        view.setFocusTraversable(stops.contains(view.card().id())));
    }

    /// The card that has the focus, when it has a node.
    Optional<CardView> view() {
        return focus.card().get().flatMap(world::view);
    }

    /// Gives the card the focus of the window.
    void request() {
        stops();
        view().<Node>map(there -> there).orElse(viewport.pane()).requestFocus();
    }

    /// Whether the focus of the window is on the canvas.
    boolean here() {
        Scene scene = viewport.pane().getScene();
        return scene != null && inside(scene.getFocusOwner());
    }

    private boolean inside(@Nullable Node owner) {
        for (@Nullable Node node = owner; node != null; node = node.getParent()) {
            if (node == viewport.pane()) {
                return true;
            }
        }
        return false;
    }

    private void ownerIs(Scene scene, @Nullable Node owner) {
        if (scene != viewport.pane().getScene()) {
            return;
        }
        if (owner instanceof CardView view && inside(owner)) {
            Place place = view.card().place();
            if (!focus.card().get().map(Card::id).equals(Optional.of(view.card().id()))) {
                focus.to(place); // by the Tab key
                viewport.show(place);
            }
        }
    }
}
