package dev.lamina.app.studio.canvas;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The small bar that finds cards.
final class FindView {
    private static final double ICON = 14;

    private final CardSearch search;
    private final Texts texts;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final HBox bar = new HBox();

    /// @param closed gives the focus back to the canvas
    FindView(CardSearch search, Texts texts, Runnable closed) {
        this.search = search;
        this.texts = texts;
        this.closed = closed;
        field.setPromptText(texts.get("find.prompt"));
        field.setAccessibleText(texts.get("find.prompt"));
        field.textProperty().bindBidirectional(search.query());
        count.getStyleClass().add("find-count");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("canvas-float", "canvas-find");
        bar.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        bar.setVisible(false);
        bar.setManaged(false);
        bar.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.found().subscribe(this::tell);
        search.current().subscribe(this::tell);
    }

    private List<Node> parts() {
        return List.of(
                Icons.of("search", ICON),
                field,
                count,
                button("up", "find.previous", search::previous),
                button("down", "find.next", search::next),
                button("close", "find.close", this::close));
    }

    private Button button(String icon, String key, Runnable task) {
        Button button = new Button();
        button.setGraphic(Icons.of(icon, ICON));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setFocusTraversable(false);
        button.setOnAction(event -> task.run());
        return button;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (event.isShiftDown()) {
                search.previous();
            } else {
                search.next();
            }
            event.consume();
        }
    }

    private void tell() {
        count.setText(
                search.active()
                        ? texts.get(
                                "find.count",
                                search.position(),
                                search.found().get().size())
                        : "");
    }

    HBox node() {
        return bar;
    }

    void open() {
        if (bar.getChildren().isEmpty()) {
            bar.getChildren().addAll(parts());
        }
        bar.setVisible(true);
        bar.setManaged(true);
        field.requestFocus();
        field.selectAll();
    }

    void close() {
        bar.setVisible(false);
        bar.setManaged(false);
        search.query().set("");
        closed.run();
    }
}
