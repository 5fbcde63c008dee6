package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// Under the last screen of a machine: how it ended.
final class EndBar {
    private static final Texts TEXTS = Texts.of(EndBar.class);

    private final Label words = Labels.wrapped("");
    private final HBox bar = new HBox(words);

    EndBar(ConsoleViewModel console) {
        words.setGraphic(Icons.of("power", 14));
        bar.getStyleClass().add("console-bar");
        bar.managedProperty().bind(bar.visibleProperty());
        console.standing().subscribe(this::show);
    }

    private void show(Standing standing) {
        bar.setVisible(standing instanceof Standing.Ended);
        if (standing instanceof Standing.Ended(String how)) {
            words.setText(how.isEmpty() ? TEXTS.get("ended") : how);
        }
    }

    Node node() {
        return bar;
    }
}
