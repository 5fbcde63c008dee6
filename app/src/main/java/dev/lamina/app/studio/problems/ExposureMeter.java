package dev.lamina.app.studio.problems;

import dev.lamina.app.studio.base.Texts;
import dev.lamina.model.exposure.Level;
import dev.lamina.model.exposure.Score;
import java.util.Arrays;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/// A small bar from 0, tight, to 10, owns the machine. Its colour is that of the level, which stands beside it in words
/// wherever it is used.
public final class ExposureMeter extends Region {
    private static final Texts TEXTS = Texts.of(ExposureMeter.class);
    private static final double MOST = 10;

    private final Region fill = new Region();
    private double value;

    public ExposureMeter() {
        getStyleClass().add("exposure-meter");
        fill.getStyleClass().add("exposure-fill");
        getChildren().add(fill);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(false);
    }

    public void show(Score score) {
        value = score.value();
        fill.getStyleClass()
                .removeAll(
                        Arrays.stream(Level.values()).map(ExposureMeter::style).toList());
        fill.getStyleClass().add(style(score.level()));
        setAccessibleText(words(score));
        requestLayout();
    }

    /// A score in a few words: `6.4 of 10, dangerous`.
    public static String words(Score score) {
        return TEXTS.get("exposure.of", score.text(), score.level().text());
    }

    private static String style(Level level) {
        return "level-" + level.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        // Something is seen of each score but 0.
        double part = value == 0 ? 0 : Math.max(2, width * Math.min(1, value / MOST));
        fill.resizeRelocate(left, top, snapSizeX(part), getHeight() - top - snappedBottomInset());
    }
}
