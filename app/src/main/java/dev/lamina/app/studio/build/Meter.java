package dev.lamina.app.studio.build;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A bar that is as long as a share of the whole.
final class Meter extends StackPane {
    private final Region fill = new Region();
    private double share;

    /// @param style of what is filled
    Meter(String style) {
        getStyleClass().add("build-meter");
        fill.getStyleClass().addAll("build-meter-fill", style);
        fill.setManaged(false);
        getChildren().add(fill);
    }

    /// @param part between 0 and 1
    void show(double part) {
        share = Math.clamp(part, 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double width = share == 0 ? 0 : Math.max(1, share * room);
        fill.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
    }
}
