package dev.lamina.app.studio.canvas;

import dev.lamina.app.operation.Vital;
import dev.lamina.app.operation.Vital.State;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The light at the corner of a card: how its component is in the machine that runs. Its form differs with its colour,
/// for those who do not see colours: a ring for what waits, a square for what failed, a dot for the others.
final class CardLight {
    private static final double SIZE = 13;

    /// So much of it lies over the edge of the card.
    private static final double OVER = 5;

    private final Region light = new Region();
    private final Metrics metrics;

    CardLight(Metrics metrics) {
        this.metrics = metrics;
        light.getStyleClass().add("card-light");
        light.setManaged(false);
        light.setVisible(false);
        light.setMouseTransparent(true);
    }

    Node node() {
        return light;
    }

    static PseudoClass pseudoClass(State state) {
        return PseudoClass.getPseudoClass("vital-" + state.name().toLowerCase(Locale.ROOT));
    }

    void show(Optional<Vital> vital) {
        light.setVisible(vital.isPresent());
        for (State state : State.values()) {
            light.pseudoClassStateChanged(
                    pseudoClass(state),
                    vital.filter(there -> there.state() == state).isPresent());
        }
    }

    /// In the upper right corner.
    void place(double cardWidth) {
        double size = metrics.scaled(SIZE);
        double over = metrics.scaled(OVER);
        light.resizeRelocate(cardWidth - size + over, -over, size, size);
    }
}
