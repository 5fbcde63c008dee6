package dev.lamina.app.studio.boottest;

import javafx.scene.Node;
import javafx.scene.control.ProgressIndicator;

/// The sign of what is waited for.
final class Turning {
    private Turning() {}

    static Node node() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("boottest-turning");
        return turning;
    }
}
