package dev.lamina.app.studio.build;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.app.studio.look.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// An earlier build: when, how long, how large, with bars to compare them by.
final class BuildCell extends ListCell<BuildRow> {
    private static final Texts TEXTS = Texts.of(BuildCell.class);

    /// Widths, in letters.
    private static final double WITH_BARS = 40;

    private static final double WITH_NUMBER = 30;

    private final BuildWords words;
    private final StackPane icon = new StackPane();
    private final Label number = new Label();
    private final Label when = new Label();
    private final Label what = new Label();
    private final Label time = new Label();
    private final Label size = new Label();
    private final Label growth = new Label();
    private final Meter timeBar = new Meter("time");
    private final Meter sizeBar = new Meter("size");
    private final Tooltip whole = new Tooltip();
    private final HBox row = new HBox(icon, number, when, what, timeBar, time, sizeBar, size, growth);

    BuildCell(BuildWords words) {
        this.words = words;
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("builds-row");
        number.getStyleClass().addAll("builds-number", "muted");
        when.getStyleClass().add("builds-when");
        what.getStyleClass().addAll("builds-what", "muted");
        what.setMaxWidth(Double.MAX_VALUE);
        what.setMinWidth(0);
        what.setTooltip(whole);
        HBox.setHgrow(what, Priority.ALWAYS);
        time.getStyleClass().add("builds-time");
        size.getStyleClass().add("builds-size");
        growth.getStyleClass().addAll("growth", "builds-growth");
        for (Label fixed : new Label[] {number, when, time, size, growth}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        widthProperty().subscribe(this::leaveOut);
        getStyleClass().add("builds-cell");
        setPrefWidth(0);
    }

    /// Where there is little room the figures come before the bars.
    private void leaveOut() {
        double letters = getWidth() / time.getFont().getSize();
        for (Node bar : List.of(timeBar, sizeBar)) {
            bar.setVisible(letters >= WITH_BARS);
            bar.setManaged(bar.isVisible());
        }
        number.setVisible(letters >= WITH_NUMBER);
        number.setManaged(number.isVisible());
    }

    @Override
    protected void updateItem(@Nullable BuildRow build, boolean empty) {
        super.updateItem(build, empty);
        setText(null);
        if (build == null || empty) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setGraphic(row);
        StackPane picture = icon(build);
        icon.getChildren().setAll(picture);
        number.setText("#" + build.number());
        when.setText(words.when(build.note()));
        what.setText(build.done() ? "" : words.outcome(build.note()));
        whole.setText(BuildWords.what(build.note()) + "\n" + words.outcome(build.note()));
        time.setText(Amounts.time(build.note().took()));
        size.setText(build.done() ? Amounts.bytes(build.note().sizes().stored()) : "");
        timeBar.show(build.timeShare());
        sizeBar.show(build.sizeShare());
        Growths.show(growth, build.growth());
        setAccessibleText(TEXTS.get(
                "builds.row",
                build.number(),
                when.getText(),
                words.outcome(build.note()),
                size.getText(),
                growth.getText()));
    }

    private static StackPane icon(BuildRow build) {
        return switch (build.note().outcome()) {
            case DONE -> toned("check", "success");
            case FAILED -> toned("severity-error", "danger");
            case CANCELLED -> toned("stop", "warning");
        };
    }

    private static StackPane toned(String name, String tone) {
        StackPane picture = Icons.of(name, 14);
        picture.getStyleClass().add(tone);
        return picture;
    }
}
