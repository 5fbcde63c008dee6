package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Permission bits as octal digits, with what they mean.
final class ModeEditor implements FieldEditor {
    private final TextField text = new TextField();
    private final VBox box;

    ModeEditor(FieldModel field) {
        TextDraft draft = new TextDraft(field, text);
        text.getStyleClass().add(Styles.SMALL);
        text.setOnAction(event -> draft.commit());
        Label meaning = Shown.wrapped("", "muted", "inspector-small");
        meaning.textProperty().bind(text.textProperty().map(ModeWords::of));
        Shown.when(meaning, meaning.textProperty().isNotEmpty());
        box = new VBox(4, text, meaning);
    }

    @Override
    public Node node() {
        return box;
    }

    @Override
    public Control focusTarget() {
        return text;
    }
}
