package dev.lamina.app.studio.build;

import dev.lamina.app.studio.look.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// What stands where there is nothing yet.
final class Blank {
    private Blank() {}

    static Node of(String icon, String title, String words) {
        Label head = new Label(title);
        head.getStyleClass().add("title-4");
        Label text = new Label(words);
        text.setWrapText(true);
        text.getStyleClass().add("muted");
        text.setTooltip(new Tooltip(words)); // large letters may need more room than there is
        VBox box = new VBox(8, Icons.of(icon, 28), head, text);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("build-blank");
        return box;
    }
}
