package dev.lamina.app.studio.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels for sentences, which are never cut off.
public final class Labels {
    private Labels() {}

    /// A text in as many lines as it needs.
    public static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// There only while it says something.
    public static Label message(ObservableValue<String> text, String... styles) {
        Label label = wrapped("", styles);
        label.textProperty().bind(text);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }
}
