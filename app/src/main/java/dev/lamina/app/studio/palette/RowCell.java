package dev.lamina.app.studio.palette;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// One line of the palette; its nodes are made once and filled anew.
final class RowCell extends ListCell<PaletteRow> {
    private static final Texts TEXTS = Texts.of(RowCell.class);
    private static final Duration REST = Duration.millis(350);
    private static final int ICON = 16;
    private static final double SCROLL_BAR = 12;

    private final PaletteViewModel model;
    private final StackPane icon = new StackPane();
    private final Label name = new Label();
    private final Label tag = new Label();
    private final Label summary = new Label();
    private final HBox row;
    private final Tooltip whole = new Tooltip();
    private final PauseTransition rest = new PauseTransition(REST);

    RowCell(PaletteViewModel model, PaletteDrag drag) {
        this.model = model;
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox first = new HBox(name, gap, tag);
        first.getStyleClass().add("palette-first");
        VBox words = new VBox(first, summary);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        words.getStyleClass().add("palette-words");
        row = new HBox(icon, words);
        row.getStyleClass().add("palette-row");
        name.getStyleClass().add("palette-name");
        tag.getStyleClass().add("palette-tag");
        tag.setMinWidth(Region.USE_PREF_SIZE);
        summary.getStyleClass().add("palette-summary");
        getStyleClass().add("palette-cell");
        setPrefWidth(0); // as wide as the list, so that long words end in an ellipsis
        drag.install(this, this::entry);
        setOnMouseClicked(this::clicked);
        rest.setOnFinished(event -> entry().ifPresent(model::explain));
        ObservableValue<Boolean> hovered = hoverProperty();
        hovered.subscribe(over -> {
            if (over) {
                rest.playFromStart();
            } else {
                rest.stop();
            }
        });
    }

    /// Notes are as high as their words need.
    @Override
    protected double computePrefHeight(double width) {
        if (getItem() instanceof PaletteRow.Note && getListView() != null) {
            double inside = getListView().getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
            return row.prefHeight(inside) + snappedTopInset() + snappedBottomInset();
        }
        return super.computePrefHeight(width);
    }

    private Optional<PaletteEntry> entry() {
        return getItem() instanceof PaletteRow.Item(PaletteEntry entry, boolean source)
                ? Optional.of(entry)
                : Optional.empty();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        if (getItem() instanceof PaletteRow.Heading heading) {
            model.toggle(heading.group());
        } else if (event.getClickCount() == 2) {
            entry().ifPresent(entry -> model.add(entry, Optional.empty()));
        }
    }

    @Override
    protected void updateItem(@Nullable PaletteRow item, boolean empty) {
        super.updateItem(item, empty);
        getStyleClass().removeAll("heading", "item", "note", "problem");
        setTooltip(null);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(row);
        switch (item) {
            case PaletteRow.Heading heading -> fill(heading);
            case PaletteRow.Item shown -> fill(shown);
            case PaletteRow.Note note -> fill(note);
        }
    }

    private void fill(PaletteRow.Heading heading) {
        String title = TEXTS.get("group." + heading.group().key());
        words("heading", heading.open() ? "down" : "right", title, String.valueOf(heading.count()), "");
        whole.setText(title);
        setTooltip(whole);
        setAccessibleText(TEXTS.get(heading.open() ? "heading.open" : "heading.closed", title, heading.count()));
    }

    private void fill(PaletteRow.Item item) {
        PaletteEntry entry = item.entry();
        String source = item.source()
                ? TEXTS.get("group." + entry.group().key())
                : TEXTS.get("lane." + entry.offer().usualLane().name().toLowerCase(Locale.ROOT));
        words("item", entry.icon(), entry.name(), source, entry.summary());
        setAccessibleText(TEXTS.get(
                "item",
                entry.name(),
                entry.summary(),
                TEXTS.get("group." + entry.group().key())));
        whole.setText(entry.name() + "\n" + entry.summary());
        setTooltip(whole); // a narrow palette cuts both
    }

    private void fill(PaletteRow.Note note) {
        words("note", note.problem() ? "warning" : "info", "", "", note.text());
        setAccessibleText(note.text());
        if (note.problem()) {
            getStyleClass().add("problem");
        }
    }

    private void words(String kind, String iconName, String title, String right, String below) {
        getStyleClass().add(kind);
        icon.getChildren().setAll(Icons.of(iconName, ICON));
        name.setText(title);
        tag.setText(right);
        summary.setText(below);
        summary.setWrapText(kind.equals("note"));
        for (Label label : new Label[] {summary, tag}) {
            label.setVisible(!label.getText().isEmpty());
            label.setManaged(label.isVisible());
        }
        name.getParent().setVisible(!title.isEmpty());
        name.getParent().setManaged(!title.isEmpty());
    }
}
