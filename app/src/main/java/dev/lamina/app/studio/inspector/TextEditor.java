package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;

/// One line of text, or a number; Enter writes it.
final class TextEditor implements FieldEditor {
    private final TextField text = new TextField();

    TextEditor(FieldModel field) {
        TextDraft draft = new TextDraft(field, text);
        text.setOnAction(event -> draft.commit());
        text.getStyleClass().add(Styles.SMALL);
        text.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    public Node node() {
        return text;
    }

    @Override
    public Control focusTarget() {
        return text;
    }
}
