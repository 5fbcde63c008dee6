package dev.lamina.app.studio.editor;

import dev.lamina.app.studio.base.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// Says how much of a very large text is there; shown only meanwhile.
final class FillingBar {
    private static final Texts TEXTS = Texts.of(FillingBar.class);

    private final HBox bar = new HBox();

    FillingBar(Filling filling) {
        Label words = new Label(TEXTS.get("filling"));
        words.setWrapText(true);
        ProgressBar progress = new ProgressBar();
        progress.setAccessibleText(TEXTS.get("filling"));
        progress.progressProperty().bind(filling.progress());
        bar.getChildren().addAll(words, progress);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("filling-bar");
        bar.visibleProperty().bind(filling.working());
        bar.managedProperty().bind(filling.working());
    }

    Node node() {
        return bar;
    }
}
