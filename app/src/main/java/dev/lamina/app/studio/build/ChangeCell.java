package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.build.ChangeRow.Kind;
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

/// A line of a difference.
final class ChangeCell extends ListCell<ChangeRow> {
    private static final Texts TEXTS = Texts.of(ChangeCell.class);

    private final Label sign = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final Label growth = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox row = new HBox(sign, title, detail, growth);

    ChangeCell() {
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("change-row");
        sign.getStyleClass().add("change-sign");
        title.getStyleClass().add("change-title");
        detail.getStyleClass().addAll("change-detail", "muted");
        detail.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        growth.getStyleClass().add("growth");
        growth.setMinWidth(Region.USE_PREF_SIZE);
        sign.setMinWidth(Region.USE_PREF_SIZE);
        whole.setWrapText(true);
        whole.setMaxWidth(700);
        title.setTooltip(whole);
        detail.setTooltip(whole);
        getStyleClass().add("change-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable ChangeRow change, boolean empty) {
        super.updateItem(change, empty);
        setText(null);
        for (Kind kind : Kind.values()) {
            pseudoClassStateChanged(
                    PseudoClass.getPseudoClass(Texts.word(kind)), change != null && !empty && change.kind() == kind);
        }
        if (change == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(row);
        sign.setText(change.kind().sign());
        sign.setManaged(change.kind() != Kind.HEADING);
        title.setText(change.title());
        title.setTextOverrun(change.title().contains("/") ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
        detail.setText(change.detail());
        whole.setText(change.detail().isEmpty() ? change.title() : change.title() + "\n" + change.detail());
        Growths.show(growth, change.growth());
        setAccessibleText(
                TEXTS.get("change." + Texts.word(change.kind()), change.title(), change.detail(), growth.getText()));
    }
}
