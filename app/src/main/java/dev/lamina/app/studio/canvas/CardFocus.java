package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.session.Place;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/// Keeps the focus of the window and the card that has it in step.
final class CardFocus {
    private final Viewport viewport;
    private final WorldView world;
    private final CanvasFocus focus;

    CardFocus(Viewport viewport, WorldView world, CanvasFocus focus) {
        this.viewport = viewport;
        this.world = world;
        this.focus = focus;
    }

    void install() {
        viewport.pane().sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(owner -> ownerIs(scene, owner));
            }
        });
        viewport.whenFocusIsLost(this::request);
    }

    /// The card that has the focus, when it has a node.
    Optional<CardView> view() {
        return focus.card().get().flatMap(world::view);
    }

    /// Gives the card the focus of the window.
    void request() {
        view().<Node>map(there -> there).orElse(viewport.pane()).requestFocus();
    }

    private boolean inside(@Nullable Node owner) {
        for (@Nullable Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(viewport.pane())) {
                return true;
            }
        }
        return false;
    }

    private void ownerIs(Scene scene, @Nullable Node owner) {
        if (!scene.equals(viewport.pane().getScene())) {
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
