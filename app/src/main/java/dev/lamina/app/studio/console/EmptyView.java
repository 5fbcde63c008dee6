package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;

/// In place of a screen while no machine was started: how to start one.
final class EmptyView {
    private static final Texts TEXTS = Texts.of(EmptyView.class);

    private static final KeyCombination RUN = KeyCombination.valueOf("Shortcut+R");

    private final ScrollPane scroll;

    EmptyView() {
        Label title = label("empty.title", "pane-title");
        title.setGraphic(Icons.of("terminal", 20));
        VBox box = new VBox(title, label("empty.text", "muted", RUN.getDisplayText()), label("empty.keys", "muted"));
        box.getStyleClass().add("console-empty");
        scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
    }

    private static Label label(String key, String style, Object... values) {
        return Labels.wrapped(TEXTS.get(key, values), style, "console-empty-text");
    }

    Node node() {
        return scroll;
    }
}
