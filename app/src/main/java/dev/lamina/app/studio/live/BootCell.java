package dev.lamina.app.studio.live;

import static dev.lamina.app.studio.live.LiveWords.TEXTS;

import dev.lamina.app.studio.base.Texts;
import java.time.Duration;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One bar of the boot, with its name before it and its time behind.
final class BootCell extends ListCell<BootRow> {
    private final Supplier<Duration> whole;
    private final Label name = new Label();
    private final Region earlier = new Region();
    private final Region bar = new Region();
    private final Label time = new Label();
    private final Tooltip tip = new Tooltip();
    private final Region row = new Row();

    BootCell(Supplier<Duration> whole) {
        this.whole = whole;
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        earlier.getStyleClass().add("boot-earlier");
        time.getStyleClass().add("boot-time");
    }

    @Override
    protected void updateItem(@Nullable BootRow item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        String part = TEXTS.get("boot.part." + Texts.word(item.part()));
        String label = item.name().isEmpty() ? part : TEXTS.get("boot.name", part, Printable.of(item.name()));
        name.setText(label);
        bar.getStyleClass().setAll("boot-bar", Texts.word(item.part()));
        earlier.setVisible(item.earlier().isPresent());
        String took = Times.words(item.took());
        time.setText(item.difference()
                .filter(more -> !Times.isChance(more))
                .map(more -> TEXTS.get("boot.time", took, (more.isNegative() ? "−" : "+") + Times.words(more.abs())))
                .orElse(took));
        String words = TEXTS.get("boot.tip", label, Times.words(item.begin()), took)
                + item.difference().map(more -> ", " + Times.difference(more)).orElse("");
        tip.setText(words);
        setTooltip(tip);
        setAccessibleText(words);
        setGraphic(row);
        row.requestLayout();
    }

    /// The name to the left, the bars where their times are.
    private final class Row extends Region {
        private static final double NAME_SHARE = 0.28;
        private static final double TIME_EMS = 11;

        Row() {
            getChildren().addAll(name, earlier, bar, time);
            setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.ceil(name.prefHeight(-1)) + 2;
        }

        @Override
        protected void layoutChildren() {
            BootRow item = getItem();
            if (item == null) {
                return;
            }
            double width = BootCell.this.getListView().getWidth() - 36;
            double height = getHeight();
            double left = Math.rint(width * NAME_SHARE);
            double em = time.getFont().getSize();
            double room = Math.max(0, width - left - TIME_EMS * em);
            double all = Math.max(1, whole.get().toMillis());
            name.resizeRelocate(0, 0, left - em, height);
            double x = left + Math.rint(room * item.begin().toMillis() / all);
            double wide = Math.max(2, Math.rint(room * item.took().toMillis() / all));
            bar.resizeRelocate(x, Math.rint(height * 0.2), wide, Math.rint(height * 0.45));
            double before = Math.max(1, item.earlier().map(Duration::toMillis).orElse(0L) * room / all);
            double shown = Math.min(before, left + room - x);
            earlier.resizeRelocate(x, Math.rint(height * 0.7), shown, Math.max(2, height * 0.14));
            double end = x + Math.max(wide, earlier.isVisible() ? shown : 0);
            time.resizeRelocate(end + em * 0.5, 0, time.prefWidth(-1), height);
        }
    }
}
