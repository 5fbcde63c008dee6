package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.app.operation.Vital.State;
import dev.lamina.app.studio.base.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One component in the list: its light, its name, and how it is.
final class LiveCell extends ListCell<LiveRow> {
    private final Region light = new Region();
    private final Label name = new Label();
    private final Label words = new Label();
    private final Tooltip tip = new Tooltip();
    private final HBox box = new HBox(8, light, name, words);

    LiveCell() {
        light.getStyleClass().add("live-light");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setMaxWidth(220);
        words.getStyleClass().add("muted");
        words.setTextOverrun(OverrunStyle.ELLIPSIS);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable LiveRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String state = LiveWords.of(row);
        name.setText(row.name());
        words.setText(state);
        tip.setText(row.name() + ": " + state);
        setTooltip(tip);
        for (State each : State.values()) {
            PseudoClass pseudo = PseudoClass.getPseudoClass("vital-" + Texts.word(each));
            light.pseudoClassStateChanged(pseudo, each == row.vital().state());
        }
        setAccessibleText(TEXTS.get(
                "row", row.name(), TEXTS.get("lane." + row.place().lane().key()), state));
        setGraphic(box);
    }
}
