package dev.lamina.app.studio.inspector;

import dev.lamina.app.studio.base.Texts;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A member: its key, its value, and where that comes from. What does not fit ends in an ellipsis, with a
/// tooltip.
final class ResolvedCell extends TreeCell<ResolvedNode> {
    private static final Texts TEXTS = Texts.of(ResolvedCell.class);

    private final Label key = new Label();
    private final Label value = new Label();
    private final HBox badges = new HBox(2);
    private final HBox line = new HBox(6, key, value, badges);

    ResolvedCell() {
        key.getStyleClass().add("inspector-title");
        value.getStyleClass().addAll("mono", "inspector-small");
        value.setTextOverrun(OverrunStyle.ELLIPSIS);
        value.setMinWidth(0);
        value.setPrefWidth(0); // it takes what key and origin leave
        value.setMaxWidth(Double.MAX_VALUE);
        key.setMinWidth(30);
        badges.setMinWidth(Region.USE_PREF_SIZE);
        badges.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(value, Priority.ALWAYS);
        line.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ResolvedNode item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        key.setText(item.key());
        value.setText(item.value());
        badges.getChildren()
                .setAll(item.sources().stream().map(ResolvedCell::badge).toList());
        String origins = item.sources().stream()
                .map(source -> TEXTS.get("origin." + source.key()))
                .collect(Collectors.joining(", "));
        String words = TEXTS.get("resolved.node", item.key(), item.value(), origins);
        setTooltip(new Tooltip(words));
        setAccessibleText(words);
        setGraphic(line);
    }

    private static Label badge(Effective.Source source) {
        Label badge = new Label(TEXTS.get("origin.short." + source.key()));
        badge.getStyleClass().addAll("inspector-badge", source.key());
        return badge;
    }
}
