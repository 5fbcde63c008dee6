package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.look.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// How large the canvas is shown, and buttons to change that.
final class ZoomBar {
    private static final double ICON = 14;
    private static final int PERCENT = 100;

    private final HBox bar = new HBox();

    ZoomBar(Viewport viewport, Action smaller, Action reset, Action larger, Action fit) {
        Button size = button(reset);
        size.getStyleClass().remove("button-icon"); // it has words
        size.getStyleClass().add("zoom-size");
        size.textProperty().bind(viewport.camera().map(camera -> Math.round(camera.zoom() * PERCENT) + " %"));
        bar.getChildren().addAll(button(smaller), size, button(larger), button(fit));
        bar.getStyleClass().addAll("canvas-float", "canvas-zoom");
        bar.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
    }

    private static Button button(Action action) {
        Button button = new Button();
        action.icon().ifPresent(name -> button.setGraphic(Icons.of(name, ICON)));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setFocusTraversable(false); // the keys do the same
        String key = action.key().isPresent() ? "  " + action.keyName() : "";
        button.setTooltip(new Tooltip(action.label().getValue() + key));
        button.setAccessibleText(action.label().getValue());
        button.setOnAction(event -> action.run());
        return button;
    }

    HBox node() {
        return bar;
    }
}
