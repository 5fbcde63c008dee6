package dev.lamina.app.studio.editor;

import javafx.animation.FadeTransition;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// What lies over the text: one thing at a time beside a place of it, and a flash that draws the eye to a line.
final class Overlay extends Pane {
    private static final double GAP = 2;
    private static final double EDGE = 6;
    private static final Duration FLASH = Duration.millis(900);

    private final Region flash = new Region();

    Overlay() {
        setPickOnBounds(false);
        flash.getStyleClass().add("line-flash");
        flash.setMouseTransparent(true);
        flash.setVisible(false);
        getChildren().add(flash);
        setMinSize(0, 0);
    }

    /// Shows something below a place of the screen, or above it when there is no room.
    void show(Region content, Bounds onScreen) {
        if (!getChildren().contains(content)) {
            getChildren().add(content);
        }
        content.setVisible(true);
        Bounds place = screenToLocal(onScreen);
        content.setMaxWidth(Math.max(0, getWidth() - 2 * EDGE));
        content.applyCss();
        double width = Math.min(content.prefWidth(-1), getWidth() - 2 * EDGE);
        double height = content.prefHeight(width);
        double below = getHeight() - place.getMaxY() - GAP - EDGE;
        double above = place.getMinY() - GAP - EDGE;
        boolean over = height > below && above > below;
        double fits = Math.min(height, Math.max(over ? above : below, 0));
        content.resizeRelocate(
                Math.max(EDGE, Math.min(place.getMinX(), getWidth() - width - EDGE)),
                over ? place.getMinY() - GAP - fits : place.getMaxY() + GAP,
                width,
                fits);
    }

    void hide(Region content) {
        getChildren().remove(content);
    }

    boolean shows(Region content) {
        return getChildren().contains(content);
    }

    /// Lights a line for a moment.
    void flash(Bounds onScreen) {
        Bounds place = screenToLocal(onScreen);
        flash.resizeRelocate(0, place.getMinY(), getWidth(), place.getHeight());
        flash.setVisible(true);
        FadeTransition fade = new FadeTransition(FLASH, flash);
        fade.setFromValue(1);
        fade.setToValue(0);
        fade.setOnFinished(event -> flash.setVisible(false));
        fade.playFromStart();
    }

    /// Children stay where they were put, as large as they were made.
    @Override
    protected void layoutChildren() {}
}
