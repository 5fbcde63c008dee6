package dev.lamina.app.studio.inspector;

import dev.lamina.model.explain.Explanation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;

/// One of a few words, each explained; others, such as the path of a namespace, can be typed.
final class ChoiceEditor implements FieldEditor {
    private final FieldModel field;
    private final ComboBox<String> combo = new ComboBox<>();

    ChoiceEditor(FieldModel field) {
        this.field = field;
        combo.setEditable(true);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.getItems().addAll(field.spec().choices());
        combo.setCellFactory(list -> new Cell());
        TextDraft draft = new TextDraft(field, combo.getEditor(), this::show, combo::setPromptText);
        combo.setOnAction(event -> draft.commit());
    }

    /// Also as the value: without one the control would empty its text when it loses the focus.
    private void show(String text) {
        combo.setValue(text.isEmpty() ? null : text);
        combo.getEditor().setText(text);
    }

    /// A word, and below it what it means.
    private final class Cell extends ListCell<String> {
        private final Label word = new Label();

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(null);
            if (!empty && item != null) {
                word.setText(item);
                VBox both = new VBox(word);
                FieldWords.meaning(field.spec(), item)
                        .map(Explanation::summary)
                        .ifPresent(summary -> both.getChildren().add(Shown.rich(summary, "muted", "inspector-small")));
                setGraphic(both);
            }
        }
    }

    @Override
    public Node node() {
        return combo;
    }

    @Override
    public Control focusTarget() {
        return combo;
    }
}
