package dev.lamina.app.studio.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Lies over the window, with a box on it, until somebody presses beside the box or the Escape key. The focus is then
/// where it was before.
final class Veil {
    private final StackPane layer = new StackPane();
    private Optional<Node> before = Optional.empty();

    Veil(Region box) {
        layer.getChildren().add(box);
        layer.getStyleClass().add("veil");
        layer.setOnMousePressed(event -> {
            if (event.getTarget() == layer) {
                hide();
            }
        });
        layer.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        layer.setVisible(false);
        layer.managedProperty().bind(layer.visibleProperty());
    }

    Node node() {
        return layer;
    }

    /// @param first in the box, gets the focus
    void show(Node first) {
        if (!layer.isVisible()) {
            before = Optional.ofNullable(layer.getScene()).map(Scene::getFocusOwner);
        }
        layer.setVisible(true);
        first.requestFocus();
    }

    void hide() {
        layer.setVisible(false);
        before.ifPresent(Node::requestFocus);
        before = Optional.empty();
    }
}
