package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// What the author says of the component, and a way to say something.
final class NoteView {
    private static final Texts TEXTS = Texts.of(NoteView.class);
    private static final int MOST = 6;

    private final InspectorViewModel model;
    private final TextArea text = new TextArea();
    private final Hyperlink add;
    private final VBox box = new VBox();

    /// Whether the user has changed the text since it was filled.
    private boolean touched;

    NoteView(InspectorViewModel model) {
        this.model = model;
        this.add = Shown.link(TEXTS.get("note.add"), this::begin);
        add.setGraphic(Icons.of("note", 14));
        add.getStyleClass().add("inspector-small");
        text.setWrapText(true);
        text.getStyleClass().add("inspector-note");
        text.setPromptText(TEXTS.get("note.prompt"));
        text.setAccessibleText(TEXTS.get("note"));
        text.textProperty().addListener((property, before, now) -> touched = text.isFocused());
        text.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                end();
            }
        });
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB) {
                text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                fill();
                event.consume();
            }
        });
        model.note().addListener(changed -> load());
        model.header().addListener(changed -> load());
        model.beforeOther(this::end);
        load();
    }

    private void load() {
        if (!touched) {
            fill();
        }
    }

    private void fill() {
        text.setText(model.note().get());
        touched = false;
        show();
    }

    private void show() {
        box.getChildren().setAll(model.note().get().isEmpty() ? add : text);
        text.setPrefRowCount(Math.clamp(text.getText().lines().count(), 1, MOST));
    }

    private void begin() {
        box.getChildren().setAll(text);
        text.setPrefRowCount(2);
        text.requestFocus();
    }

    private void end() {
        if (touched) {
            touched = false;
            model.note(text.getText());
        }
        show();
    }

    Node node() {
        return box;
    }
}
