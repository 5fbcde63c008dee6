package dev.lamina.app.studio.action;

import dev.lamina.app.studio.look.Icons;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// An action as a small button with its sign and its words.
public final class ActionButton {
    private static final double ICON = 14;

    private ActionButton() {}

    /// Disabled while the action cannot be done.
    public static Button of(Action action) {
        Button button = new Button();
        button.textProperty().bind(action.label());
        action.icon().ifPresent(name -> button.setGraphic(Icons.of(name, ICON)));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(action.blocked().map(why -> !why.isEmpty()));
        button.setOnAction(event -> action.run());
        return button;
    }

    /// There only while the action can be done.
    public static Button whilePossible(Action action) {
        Button button = of(action);
        button.visibleProperty().bind(button.disableProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }
}
