package dev.lamina.app.studio.look;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// What stands where there is nothing yet: what will be there, and how it comes to be.
public final class Blank {
    private Blank() {}

    /// @param icon by name, see [Icons]
    /// @param more below the words, such as a button
    public static Node of(String icon, String title, String words, Node... more) {
        Label head = new Label(title);
        head.getStyleClass().add("title-4");
        Label text = new Label(words);
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        text.setTooltip(new Tooltip(words)); // large letters may need more room than there is
        VBox box = new VBox(8, Icons.of(icon, 28), head, text);
        box.getChildren().addAll(more);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("blank");
        return box;
    }
}
