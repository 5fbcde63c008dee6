package dev.lamina.app.studio.shell;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.files.Workbench;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the window shows while no document is open.
final class StartPage {
    private static final Texts TEXTS = Texts.of(StartPage.class);

    private final StackPane pane = new StackPane();

    StartPage(Workbench workbench) {
        Label title = new Label(TEXTS.get("start.title"));
        title.getStyleClass().add("title-1");
        Label words = new Label(TEXTS.get("start.words"));
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        VBox box = new VBox(12, title, words);
        box.setMaxWidth(560);
        box.getStyleClass().add("start-page");
        pane.getChildren().add(box);
    }

    Node node() {
        return pane;
    }
}
