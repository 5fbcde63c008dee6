package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Lines go in below, answers appear above.
final class ShellView {
    private final ShellViewModel model;
    private final TextField line = new TextField();
    private final BorderPane root = new BorderPane();

    ShellView(ShellViewModel model) {
        this.model = model;
        TextArea answers = new TextArea();
        answers.setEditable(false);
        answers.setWrapText(true);
        answers.setPromptText(TEXTS.get("shell.about"));
        answers.getStyleClass().add("live-text");
        answers.setAccessibleText(TEXTS.get("shell.answers"));
        model.transcript().subscribe(text -> {
            answers.setText(text);
            answers.positionCaret(text.length());
            answers.setScrollTop(Double.MAX_VALUE);
        });
        Label prompt = new Label();
        prompt.textProperty().bind(model.prompt());
        prompt.getStyleClass().add("live-prompt");
        prompt.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("live-text");
        line.setAccessibleText(TEXTS.get("shell.line"));
        line.disableProperty().bind(model.busy());
        line.setOnAction(event -> run());
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::recall);
        model.busy().subscribe(busy -> {
            if (!busy && root.isFocusWithin()) {
                line.requestFocus();
            }
        });
        HBox.setHgrow(line, Priority.ALWAYS);
        HBox input = new HBox(6, prompt, line);
        input.getStyleClass().add("live-input");
        root.setCenter(answers);
        root.setBottom(input);
    }

    private void run() {
        String typed = line.getText();
        line.clear();
        root.requestFocus();
        model.run(typed);
    }

    private void recall(KeyEvent event) {
        if (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN) {
            line.setText(model.recall(event.getCode() == KeyCode.UP ? -1 : 1));
            line.end();
            event.consume();
        }
    }

    void focus() {
        line.requestFocus();
    }

    Node node() {
        return root;
    }
}
