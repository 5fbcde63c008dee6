package dev.lamina.app.studio.build;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// Words on the left, which take what is left, and buttons on the right; one above the other where the buttons leave
/// too little.
final class Sides extends Region {
    private static final double GAP = 8;

    private final Region left;
    private final Region right;

    Sides(Region left, Region right) {
        this.left = left;
        this.right = right;
        getChildren().addAll(left, right);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double around() {
        return snappedLeftInset() + snappedRightInset();
    }

    private boolean besides(double width) {
        return width < 0 || left.minWidth(-1) + GAP + right.prefWidth(-1) <= width - around();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return around() + left.prefWidth(-1) + GAP + right.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inside = besides(width)
                ? Math.max(left.prefHeight(-1), right.prefHeight(-1))
                : left.prefHeight(-1) + GAP + right.prefHeight(-1);
        return snappedTopInset() + inside + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - around();
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double buttons = Math.min(right.prefWidth(-1), width);
        double buttonsX = x + width - buttons;
        if (besides(getWidth())) {
            double height = getHeight() - y - snappedBottomInset();
            left.resizeRelocate(x, y, Math.max(0, width - buttons - GAP), height);
            right.resizeRelocate(buttonsX, y, buttons, height);
        } else {
            double words = left.prefHeight(-1);
            left.resizeRelocate(x, y, width, words);
            right.resizeRelocate(buttonsX, y + words + GAP, buttons, right.prefHeight(-1));
        }
    }
}
