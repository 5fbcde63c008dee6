package dev.lamina.app.studio.build;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/// Two parts side by side, or one above the other where they have no room beside each other.
final class Halves {
    private Halves() {}

    /// @param first its least width, and that of the other, come from the style sheet
    /// @param share of the first
    static SplitPane of(Region first, Region second, double share) {
        SplitPane split = new SplitPane(first, second);
        split.getStyleClass().add("build-split");
        split.setMinWidth(0); // what is too narrow for both turns
        split.setDividerPositions(share);
        Runnable turn = () -> {
            boolean narrow = split.getWidth() > 0 && split.getWidth() < first.getMinWidth() + second.getMinWidth();
            Orientation wanted = narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL;
            if (split.getOrientation() != wanted) {
                split.setOrientation(wanted);
                split.setDividerPositions(share);
            }
        };
        split.widthProperty().subscribe(turn);
        first.minWidthProperty().subscribe(turn);
        second.minWidthProperty().subscribe(turn);
        return split;
    }
}
