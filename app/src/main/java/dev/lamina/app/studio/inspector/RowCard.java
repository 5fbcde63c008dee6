package dev.lamina.app.studio.inspector;

import atlantafx.base.theme.Styles;
import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.inspector.RowFormat.Column;
import dev.lamina.app.studio.look.Icons;
import dev.lamina.model.yaml.Schema.Plain;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One element of a list of mappings: a line that stands for it, and its parts when it is open. What is
/// typed counts when the focus leaves the element, or by Enter.
final class RowCard extends VBox {
    private static final Texts TEXTS = Texts.of(RowCard.class);

    private final RowFormat format;
    private final Map<String, String> others;
    private final Map<Column, Input> inputs = new LinkedHashMap<>();
    private final ToggleButton summary = Shown.verbatim(new ToggleButton());
    private final VBox parts = new VBox(2);
    private final Runnable changed;

    /// What nobody touched stays as it was written, also what a control cannot show, such as tabs.
    private record Input(TextField field, String shown) {
        boolean touched() {
            return !field.getText().equals(shown);
        }
    }

    RowCard(RowFormat format, Map<String, String> row, Runnable changed, Consumer<RowCard> remove) {
        this.format = format;
        this.others = new LinkedHashMap<>(row);
        this.changed = changed;
        getStyleClass().add("inspector-row");
        parts.getStyleClass().add("inspector-parts");
        format.columns().forEach(column -> part(column, row.getOrDefault(column.key(), "")));
        getChildren().addAll(head(remove), Shown.when(parts, summary.selectedProperty()));
        focusWithinProperty().addListener((property, before, within) -> {
            if (!within) {
                commit();
            }
        });
        summarize();
    }

    private HBox head(Consumer<RowCard> remove) {
        summary.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "inspector-summary");
        summary.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        summary.setAlignment(Pos.CENTER_LEFT);
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.setMinWidth(0);
        summary.graphicProperty().bind(summary.selectedProperty().map(open -> Icons.of(open ? "down" : "right", 12)));
        HBox.setHgrow(summary, Priority.ALWAYS);
        Button button = new Button(null, Icons.of("close", 12));
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL, "inspector-mini");
        button.setTooltip(new Tooltip(TEXTS.get("list.remove")));
        button.accessibleTextProperty().bind(summary.textProperty().map(text -> TEXTS.get("list.remove") + " " + text));
        button.setOnAction(event -> remove.accept(this));
        return new HBox(summary, button);
    }

    private void part(Column column, String text) {
        TextField input = new TextField(text);
        input.getStyleClass().add(Styles.SMALL);
        input.setPromptText(column.type() == Plain.TRUTH ? "true / false" : "");
        input.setTooltip(new Tooltip(column.doc()));
        input.setAccessibleHelp(column.doc());
        input.setOnAction(event -> commit());
        input.textProperty().addListener(change -> summarize());
        Label label = Shown.wrapped(column.title(), "inspector-small");
        label.setLabelFor(input);
        inputs.put(column, new Input(input, input.getText()));
        parts.getChildren().addAll(label, input);
    }

    private void summarize() {
        String text = format.summary(row());
        summary.setText(text);
        summary.setTooltip(new Tooltip(text));
    }

    /// As it is typed now.
    Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>(others);
        inputs.forEach((column, input) -> {
            if (input.touched() && input.field().getText().isEmpty()) {
                row.remove(column.key());
            } else if (input.touched()) {
                row.put(column.key(), input.field().getText());
            }
        });
        return row;
    }

    private void commit() {
        changed.run();
    }

    ToggleButton opener() {
        return summary;
    }

    /// Shows its parts, and goes to the first one.
    void open() {
        summary.setSelected(true);
        inputs.values().iterator().next().field().requestFocus();
    }
}
