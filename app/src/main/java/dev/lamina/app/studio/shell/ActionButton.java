package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.action.Action;
import dev.lamina.app.studio.look.Icons;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// A button that does an action. Its tooltip names the key, or why it cannot be done now.
final class ActionButton {
    private ActionButton() {}

    /// With the icon alone.
    static Node icon(Action action) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "button-icon");
        return of(button, action, 18);
    }

    /// With its words beside the icon.
    static Node words(Action action, String... styles) {
        Button button = new Button();
        button.textProperty().bind(action.label());
        button.getStyleClass().addAll(styles);
        return of(button, action, 16);
    }

    private static Node of(Button button, Action action, double size) {
        action.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon, size)));
        button.accessibleTextProperty().bind(action.label());
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.allowed(), action.blocked()));
        Tooltip tooltip = new Tooltip();
        String key = action.key().isPresent() ? " (" + action.keyName() + ")" : "";
        tooltip.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> action.allowed()
                                ? action.label().getValue() + key
                                : action.label().getValue() + ": "
                                        + action.blocked().getValue(),
                        action.label(),
                        action.blocked()));
        // A disabled button gets no mouse events, so its holder shows the tooltip.
        StackPane holder = new StackPane(button);
        Tooltip.install(holder, tooltip);
        return holder;
    }
}
