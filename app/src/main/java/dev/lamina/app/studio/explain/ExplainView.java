package dev.lamina.app.studio.explain;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.explain.ExplainViewModel.Shown;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says of the selected component what it is, why the system needs it, and what breaks without it.
public final class ExplainView {
    private static final Texts TEXTS = Texts.of(ExplainView.class);

    private final ExplainViewModel model;
    private final VBox words = new VBox(10);
    private final Label where = new Label();
    private final BorderPane pane = new BorderPane();

    public ExplainView(ExplainViewModel model) {
        this.model = model;
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("explain-scroll");
        words.getStyleClass().add("explain-words");
        pane.setCenter(scroll);
        pane.setBottom(steps());
        pane.getStyleClass().add("explain");
        pane.setMinWidth(0);
        pane.setAccessibleText(TEXTS.get("title"));
        model.shown().subscribe(this::show);
    }

    private Node steps() {
        Button back = step("left", "previous", -1);
        Button next = step("right", "next", 1);
        where.setMaxWidth(Double.MAX_VALUE);
        where.setAlignment(Pos.CENTER);
        HBox.setHgrow(where, Priority.ALWAYS);
        HBox box = new HBox(6, back, where, next);
        box.getStyleClass().add("explain-steps");
        return box;
    }

    private Button step(String icon, String key, int by) {
        Button button = new Button(null, Icons.of(icon, 16));
        button.setTooltip(new Tooltip(TEXTS.get(key)));
        button.setAccessibleText(TEXTS.get(key));
        button.setOnAction(event -> model.step(by));
        return button;
    }

    private void show(Optional<Shown> now) {
        words.getChildren().clear();
        if (now.isEmpty()) {
            words.getChildren().add(Labels.wrapped(TEXTS.get("none"), "muted"));
            where.setText("");
            return;
        }
        Shown shown = now.get();
        where.setText(TEXTS.get("where", shown.number(), shown.count()));
        words.getChildren()
                .addAll(
                        Labels.wrapped(shown.name(), "explain-name"),
                        Labels.wrapped(shown.kind(), "muted"),
                        Labels.wrapped(TEXTS.get("what"), "explain-question"),
                        Labels.wrapped(shown.words().what(), "explain-answer"),
                        Labels.wrapped(TEXTS.get("why"), "explain-question"),
                        Labels.wrapped(shown.words().why(), "explain-answer"),
                        Labels.wrapped(TEXTS.get("without"), "explain-question"),
                        Labels.wrapped(shown.words().without(), "explain-answer"));
        if (!shown.words().reasons().isEmpty()) {
            words.getChildren().add(Labels.wrapped(TEXTS.get("reasons"), "explain-question"));
            shown.words()
                    .reasons()
                    .forEach((privilege, reason) -> words.getChildren()
                            .add(Labels.wrapped(TEXTS.get("reason", privilege, reason), "explain-answer")));
        }
    }

    public Node node() {
        return pane;
    }
}
