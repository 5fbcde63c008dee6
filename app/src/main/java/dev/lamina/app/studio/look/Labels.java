package dev.lamina.app.studio.look;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels that are never cut off.
public final class Labels {
    private Labels() {}

    /// A text that goes on in the next line where there is no room for it.
    public static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
