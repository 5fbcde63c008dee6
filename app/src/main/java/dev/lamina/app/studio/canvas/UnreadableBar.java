package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.value.SourceSpan;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Says above the canvas that it shows an earlier state, as the text cannot be read.
final class UnreadableBar {
    private static final double ICON = 16;

    private final HBox bar;

    /// @param reveal shows the place in the text
    UnreadableBar(CanvasViewModel model, Texts texts, Consumer<SourceSpan> reveal) {
        Label words = new Label();
        words.textProperty().bind(model.unreadable());
        words.setMaxWidth(Double.MAX_VALUE);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(model.unreadable());
        tip.setWrapText(true);
        words.setTooltip(tip);
        Node icon = Icons.of("warning", ICON);
        icon.getStyleClass().add("warning");
        Button show = new Button(texts.get("unreadable.show"));
        show.setMinWidth(Region.USE_PREF_SIZE);
        show.setOnAction(event -> model.mistake().ifPresent(reveal));
        bar = new HBox(icon, words, show);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("canvas-unreadable");
        model.unreadable().subscribe(text -> {
            bar.setVisible(!text.isEmpty());
            bar.setManaged(!text.isEmpty());
        });
    }

    Node node() {
        return bar;
    }
}
