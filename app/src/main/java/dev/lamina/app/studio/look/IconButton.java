package dev.lamina.app.studio.look;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// A button that is nothing but a sign; its tooltip and screen readers say what it does.
public final class IconButton {
    private IconButton() {}

    /// @param icon by name, see [Icons]
    /// @param words what it does
    public static Button of(String icon, double size, String words, Runnable task) {
        Button button = new Button("", Icons.of(icon, size));
        button.getStyleClass().addAll("flat", "button-icon", "small");
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(event -> task.run());
        return button;
    }
}
