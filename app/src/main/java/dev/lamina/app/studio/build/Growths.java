package dev.lamina.app.studio.build;

import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/// Shows what something gained or lost.
final class Growths {
    private static final PseudoClass MORE = PseudoClass.getPseudoClass("more");
    private static final PseudoClass LESS = PseudoClass.getPseudoClass("less");

    private Growths() {}

    static void show(Label label, OptionalLong growth) {
        long bytes = growth.orElse(0);
        label.setText(growth.isPresent() ? Amounts.growth(bytes) : "");
        label.pseudoClassStateChanged(MORE, bytes > 0);
        label.pseudoClassStateChanged(LESS, bytes < 0);
    }
}
