package dev.lamina.app.studio.console;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.app.studio.look.Labels;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/// Asks before several lines are pasted, under the screen.
final class PasteBar {
    private static final Texts TEXTS = Texts.of(PasteBar.class);

    private final Runnable closed;
    private final Label words = Labels.wrapped("");
    private final Button agree = new Button();
    private final VBox bar = new VBox();

    /// @param closed gives the keyboard back to the screen
    PasteBar(ConsoleViewModel console, Runnable closed) {
        this.closed = closed;
        words.setGraphic(Icons.of("warning", 16));
        agree.getStyleClass().addAll("small");
        agree.setOnAction(event -> done(() -> console.pasting().agree(console.modes())));
        FlowPane buttons = new FlowPane(
                agree,
                button("paste.oneLine", () -> console.pasting().agreeAsOneLine(console.modes())),
                button("paste.cancel", console.pasting()::decline));
        buttons.getStyleClass().add("console-buttons");
        bar.getChildren().addAll(words, buttons);
        bar.getStyleClass().addAll("console-bar", "console-warning");
        bar.managedProperty().bind(bar.visibleProperty());
        bar.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                done(console.pasting()::decline);
                event.consume();
            }
        });
        console.pasting().waiting().subscribe(this::show);
    }

    private Button button(String key, Runnable task) {
        Button button = new Button(TEXTS.get(key));
        button.getStyleClass().addAll("small");
        button.setOnAction(event -> done(task));
        return button;
    }

    private void done(Runnable task) {
        task.run();
        closed.run();
    }

    private void show(Optional<String> text) {
        bar.setVisible(text.isPresent());
        text.ifPresent(some -> {
            long lines = Pasting.lines(some);
            words.setText(TEXTS.get("paste.warning", lines));
            agree.setText(TEXTS.get("paste.agree", lines));
            agree.requestFocus();
        });
    }

    Node node() {
        return bar;
    }
}
