package dev.lamina.app.studio.action;

import dev.lamina.app.studio.look.Icons;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;

/// A button that does an action, in a holder. Its tooltip names the key, or why it cannot be done now: a disabled
/// button gets no mouse events, so the holder shows it.
public final class ExplainedButton {
    private static final double BESIDE_WORDS = 16;

    private ExplainedButton() {}

    /// With the icon alone.
    public static StackPane icon(Action action, double size, String... styles) {
        Button button = new Button();
        button.getStyleClass().addAll("flat", "button-icon");
        return of(button, action, size, styles);
    }

    /// With its words beside the icon.
    public static StackPane words(Action action, String... styles) {
        Button button = new Button();
        button.textProperty().bind(action.label());
        return of(button, action, BESIDE_WORDS, styles);
    }

    private static StackPane of(Button button, Action action, double size, String... styles) {
        button.getStyleClass().addAll(styles);
        action.icon().ifPresent(icon -> button.setGraphic(Icons.of(icon, size)));
        button.accessibleTextProperty().bind(action.label());
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !action.allowed(), action.blocked()));
        Tooltip help = new Tooltip();
        help.textProperty().bind(Bindings.createStringBinding(() -> help(action), action.label(), action.blocked()));
        StackPane holder = new StackPane(button);
        Tooltip.install(holder, help);
        return holder;
    }

    private static String help(Action action) {
        String label = action.label().getValue();
        if (!action.allowed()) {
            return label + ": " + action.blocked().getValue();
        }
        return action.key().isPresent() ? label + " (" + action.keyName() + ")" : label;
    }
}
