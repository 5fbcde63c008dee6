package dev.lamina.app.studio.drop;

import dev.lamina.app.studio.look.Icons;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Says over the window what letting go will do. A layer that lets the mouse through.
public final class DropHintView {
    private final StackPane layer = new StackPane();

    public DropHintView(DropViewModel model) {
        Label words = new Label();
        words.textProperty().bind(model.hint());
        words.setWrapText(true);
        HBox box = new HBox(Icons.of("add", 20), words);
        box.getStyleClass().add("drop-hint");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.accessibleTextProperty().bind(model.hint());
        StackPane.setAlignment(box, Pos.CENTER);
        layer.getStyleClass().add("drop-layer");
        layer.getChildren().add(box);
        layer.setMouseTransparent(true);
        layer.visibleProperty().bind(model.hint().isNotEmpty());
        layer.managedProperty().bind(layer.visibleProperty());
    }

    public Node node() {
        return layer;
    }
}
