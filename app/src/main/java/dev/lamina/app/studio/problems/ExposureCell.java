package dev.lamina.app.studio.problems;

import dev.lamina.model.exposure.SystemScore.ComponentScore;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A component with its meter.
final class ExposureCell extends ListCell<ComponentScore> {
    private final ExposureMeter meter = new ExposureMeter();
    private final Label value = new Label();
    private final Label name = new Label();
    private final Label level = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox row = new HBox(meter, value, name, level);

    ExposureCell() {
        value.getStyleClass().addAll("exposure-value", "mono");
        name.getStyleClass().add("problem-message");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        level.getStyleClass().add("exposure-level");
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("problem-row");
        getStyleClass().add("problem-cell");
        setPrefWidth(0); // as wide as the list, never wider
    }

    @Override
    protected void updateItem(@Nullable ComponentScore component, boolean empty) {
        super.updateItem(component, empty);
        if (empty || component == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        meter.show(component.score());
        value.setText(component.score().text());
        name.setText(component.name());
        level.setText(component.score().level().text());
        whole.setText(ExposureReasons.headline(component));
        setTooltip(whole);
        setAccessibleText(ExposureReasons.headline(component));
        setGraphic(row);
    }
}
