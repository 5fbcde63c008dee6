package dev.lamina.app.studio.quickadd;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One match: icon, name and line of description, and the lane that it goes to.
final class EntryCell extends ListCell<Entry> {
    private static final Texts TEXTS = Texts.of(EntryCell.class);

    private final QuickAddViewModel model;
    private final StackPane icon = new StackPane();
    private final Label title = new Label();
    private final Label summary = new Label();
    private final Label lane = new Label();
    private final HBox row;

    /// @param clicked gets the number of the match
    EntryCell(QuickAddViewModel model, Consumer<Integer> clicked) {
        this.model = model;
        title.getStyleClass().add("quick-add-title");
        summary.getStyleClass().add("muted");
        lane.getStyleClass().add("quick-add-lane");
        lane.setMinWidth(USE_PREF_SIZE);
        icon.getStyleClass().add("quick-add-icon");
        VBox words = new VBox(title, summary);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        title.setTooltip(new Tooltip());
        summary.setTooltip(new Tooltip());
        row = new HBox(icon, words, lane);
        row.getStyleClass().add("quick-add-row");
        setPrefWidth(0); // as wide as the list: long words end in an ellipsis
        setOnMouseClicked(event -> {
            if (!isEmpty()) {
                clicked.accept(getIndex());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        icon.getChildren().setAll(Icons.of(entry.icon(), 20));
        title.setText(entry.title());
        title.getTooltip().setText(entry.title());
        summary.setText(entry.summary());
        summary.getTooltip().setText(entry.summary());
        lane.setText(TEXTS.get("lane." + model.lane(entry).key()));
        setAccessibleText(describe(entry, model));
        setGraphic(row);
    }

    static String describe(Entry entry, QuickAddViewModel model) {
        String lane = TEXTS.get("lane." + model.lane(entry).key());
        return TEXTS.get("entry", entry.title(), lane, entry.summary());
    }
}
