package dev.lamina.app.studio.relations;

import dev.lamina.app.studio.base.Texts;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One relation in words, with the colour of its kind.
final class RelationCell extends ListCell<Relation> {
    private static final Texts TEXTS = Texts.of(RelationCell.class);

    private final Region swatch = new Region();
    private final Label words = new Label();
    private final HBox row = new HBox(swatch, words);

    RelationCell() {
        row.getStyleClass().add("relation-row");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        setPrefWidth(0); // as wide as the list, so that words wrap
    }

    @Override
    protected void updateItem(@Nullable Relation relation, boolean empty) {
        super.updateItem(relation, empty);
        if (empty || relation == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String kind = TEXTS.get("kind." + relation.kind().word());
        swatch.getStyleClass().setAll("relation-swatch", relation.kind().word());
        words.setText(relation.label());
        setAccessibleText(TEXTS.get("row", kind, relation.label()));
        setGraphic(row);
    }
}
