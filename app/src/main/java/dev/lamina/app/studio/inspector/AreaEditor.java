package dev.lamina.app.studio.inspector;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Text of several lines. Tab goes on to the next control, as everywhere in the form.
final class AreaEditor implements FieldEditor {
    private static final int FEWEST = 2;
    private static final int MOST = 12;

    private final TextArea text = new TextArea();

    AreaEditor(FieldModel field) {
        TextDraft draft = new TextDraft(field, text);
        text.setWrapText(true);
        text.getStyleClass().add("mono");
        rows();
        text.textProperty().addListener(changed -> rows());
        text.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
                text.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                draft.commit();
                event.consume();
            }
        });
    }

    private void rows() {
        String now = text.getText() == null ? "" : text.getText();
        text.setPrefRowCount(Math.clamp(now.lines().count(), FEWEST, MOST));
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
