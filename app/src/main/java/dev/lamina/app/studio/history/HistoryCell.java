package dev.lamina.app.studio.history;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.history.HistoryRow.State;
import dev.lamina.app.studio.look.Icons;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A step: its icon, what was done, and when.
final class HistoryCell extends ListCell<HistoryRow> {
    private static final Texts TEXTS = Texts.of(HistoryCell.class);

    private final Label label = new Label();
    private final Label mark = new Label(TEXTS.get("current"));
    private final Label when = new Label();
    private final HBox box = new HBox(8);

    HistoryCell(Consumer<HistoryRow> clicked) {
        label.getStyleClass().add("history-label");
        mark.getStyleClass().add("history-mark");
        when.getStyleClass().add("history-when");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(label.textProperty());
        label.setTooltip(whole);
        for (Label fixed : new Label[] {mark, when}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box.getChildren().addAll(new Region(), label, mark, gap, when);
        box.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0); // as wide as the list: long labels end in an ellipsis
        getStyleClass().add("history-cell");
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                clicked.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable HistoryRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        setGraphic(row == null || empty ? null : box);
        for (State state : State.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(Texts.word(state)), row != null && !empty && row.state() == state);
        }
        if (row != null && !empty) {
            label.setText(row.label());
            when.setText(row.when());
            mark.setVisible(row.state() == State.CURRENT);
            mark.setManaged(mark.isVisible());
            box.getChildren().set(0, Icons.of(row.icon(), 16));
            setAccessibleText(TEXTS.get("step." + Texts.word(row.state()), row.label(), row.when()));
        }
    }
}
