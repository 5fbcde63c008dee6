package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A line about sizes: the colour of its component, what it is, how much, and what it gained.
final class SizeCell extends ListCell<SizeRow> {
    private static final Texts TEXTS = Texts.of(SizeCell.class);

    private final Supplier<ComponentColours> colours;
    private final Region swatch = new Region();
    private final Label title = new Label();
    private final Label note = new Label();
    private final Label growth = new Label();
    private final Label bytes = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox row = new HBox(swatch, title, note, growth, bytes);

    /// @param colours of the components that are shown
    SizeCell(Supplier<ComponentColours> colours) {
        this.colours = colours;
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("size-row");
        title.getStyleClass().add("size-title");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setTooltip(whole);
        note.getStyleClass().addAll("size-note", "muted");
        growth.getStyleClass().add("growth");
        bytes.getStyleClass().add("size-bytes");
        for (Label fixed : new Label[] {note, growth, bytes}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox.setHgrow(title, Priority.ALWAYS);
        getStyleClass().add("size-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable SizeRow item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        if (item == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(row);
        swatch.getStyleClass().setAll("size-swatch", colours.get().style(item.component()));
        title.setText(item.title().lines().findFirst().orElse(""));
        // Of a path the end says most.
        title.setTextOverrun(item.path().isEmpty() ? OverrunStyle.ELLIPSIS : OverrunStyle.LEADING_ELLIPSIS);
        whole.setText(item.component() + "\n" + item.title() + "\n" + item.note());
        note.setText(item.note());
        boolean path = !item.path().isEmpty() && !item.title().contains("\n");
        note.setVisible(!path); // a path needs the room
        note.setManaged(!path);
        bytes.setText(Amounts.bytes(item.bytes()));
        Growths.show(growth, item.growth());
        growth.setManaged(item.growth().isPresent());
        setAccessibleText(TEXTS.get("sizes.row", item.title(), item.note(), bytes.getText(), growth.getText()));
    }
}
