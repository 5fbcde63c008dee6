package dev.lamina.app.studio.editor;

import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.ScrollEvent;

/// How the text looks: its size, whether long lines go on below, whether blanks are seen.
final class TextLook {
    private static final double STEP = 1.1;
    private static final double SMALLEST = 0.6;
    private static final double LARGEST = 3;

    private final YamlArea area;
    private final BooleanProperty spaces;
    private double size = 1;

    TextLook(YamlArea area, BooleanProperty spaces) {
        this.area = area;
        this.spaces = spaces;
        area.addEventFilter(ScrollEvent.SCROLL, event -> {
            if (event.isShortcutDown() && event.getDeltaY() != 0) {
                resize(event.getDeltaY() > 0 ? size * STEP : size / STEP);
                event.consume();
            }
        });
    }

    void larger() {
        resize(size * STEP);
    }

    void smaller() {
        resize(size / STEP);
    }

    void usual() {
        resize(1);
    }

    private void resize(double wanted) {
        size = Math.clamp(wanted, SMALLEST, LARGEST);
        area.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.3fem;", size));
    }

    void toggleWrap() {
        area.setWrapText(!area.isWrapText());
    }

    void toggleSpaces() {
        spaces.set(!spaces.get());
    }
}
